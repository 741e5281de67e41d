/* goto, labels, computed goto, asm goto. */
int f(int);

int forward(int a) {
	int fd = f(a);
	if (fd < 0) goto fail;
	{
		int other = f(fd);
		if (other < 0) goto close;
		for (int i = 0; i < 3; i++) {
			int inner = f(i);
			if (inner) goto fail;
			if (inner == 2) goto next;
		}
	next:
		f(other);
	}
	return fd;
close:
	f(fd);
fail:
	return -1;
}

int backward(int n) {
again:;
	int x = f(n);
	if (x) goto again;
	{
		goto inside;
		int y;
	inside:
		y = f(1);
		if (y) goto again;
	}
	return n;
}

int into_loop(int n) {
	goto middle;
	while (n > 0) {
		f(n);
	middle:
		n--;
	}
	return n;
}

int dead(void) {
	goto end;
	f(1);
unused:
	f(2);
end:
	return 0;
}

int computed(int n) {
	static const void *table[] = {&&one, &&two};
	void *next = &&three;
	if (n > 2) goto *next;
	goto *table[n];
one:
	return 1;
two:
	return 2;
three:
	return 3;
not_taken:
	return 4;
}

int assembly(int n) {
	asm goto("" : : "r"(n) : : slow);
	return 0;
slow:
	return 1;
}

int local_labels(int n) {
	int x = ({
		__label__ out;
		int r = f(n);
		if (r) goto out;
		r = 2;
	out:
		r;
	});
	x += ({
		__label__ out;
		int r = f(n);
		if (r) goto out;
		r = 3;
	out:
		r;
	});
	return x;
}

void at_end(int n) {
	if (n) goto end;
	f(n);
end:;
}

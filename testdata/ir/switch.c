/* switch: cases are where they stand. */
int f(int);
enum kind { A, B, C = 10 };

int plain(enum kind kind) {
	switch (kind) {
	case A:
		f(0);
		break;
	case B:
		f(1);
		/* falls through */
	case C:
		f(2);
		break;
	default:
		return -1;
	}
	return 0;
}

int ranges(int c) {
	switch (c) {
	case 'a' ... 'z':
	case 'A' ... 'Z':
		return 1;
	case 5 ... 3: /* empty */
		return 2;
	case -1:
		return 3;
	}
	return 0;
}

int no_default(int n) {
	switch (n) case 7: f(7);
	switch (f(n)) {
		f(1); /* never */
	}
	return n;
}

int default_first(int n) {
	switch (n) {
	default:
	case 4:
		f(4);
		__attribute__((fallthrough));
	case 5:
		return 5;
	}
}

void duff(char *to, const char *from, int n) {
	switch (n % 2) {
	case 0:
		do {
			*to++ = *from++;
	case 1:
			*to++ = *from++;
		} while ((n -= 2) > 0);
	}
}

int into_loop(int n) {
	switch (n) {
		while (f(0)) {
		case 1:
			f(1);
			if (n) continue;
			break;
		}
		f(2);
	case 2:
		f(3);
	}
	return n;
}

int nested(int n, int m) {
	for (;;) {
		switch (n) {
		case 1:
			switch (m) {
			case 1:
				break;
			case 2:
				continue;
			}
			break;
		case 2: {
			int x = f(1);
			if (x) break;
			return x;
		}
		}
		m = f(m);
	}
}

int on_constant(void) {
	switch (sizeof(char)) {
	case 1:
		return f(1);
	case 4:
		return f(4);
	}
	return 0;
}

/* Atomic operations are what they do to their place. */
struct object {
	_Atomic int refs;
	int plain, *at;
	_Atomic(struct object *) next;
};
enum { RELAXED = __ATOMIC_RELAXED, SEQ = __ATOMIC_SEQ_CST };
#define atomic_fetch_sub(p, n) __c11_atomic_fetch_sub(p, n, SEQ)
void freed(struct object *);

void unref(struct object *o) {
	if (atomic_fetch_sub(&o->refs, 1) == 1) freed(o);
	if (__atomic_sub_fetch(&o->plain, 1, SEQ) == 0) freed(o);
	if (__sync_sub_and_fetch(&o->plain, 1) == 0) freed(o);
	if (__sync_fetch_and_sub(&o->plain, 1) == 1) freed(o);
	if (--o->refs == 0) freed(o);
}

int c11(struct object *o, int n) {
	__c11_atomic_init(&o->refs, 1);
	__c11_atomic_store(&o->refs, 2, RELAXED);
	n += __c11_atomic_load(&o->refs, RELAXED);
	n += __c11_atomic_exchange(&o->refs, 3, SEQ);
	n += __c11_atomic_fetch_or(&o->refs, 4, SEQ);
	o->refs++;
	o->next = o;
	__c11_atomic_thread_fence(SEQ);
	return n + o->refs;
}

int gnu(struct object *o, int n) {
	int old;
	__atomic_store_n(&o->plain, 1, RELAXED);
	__atomic_store(&o->plain, &n, RELAXED);
	__atomic_load(&o->plain, &old, RELAXED);
	__atomic_exchange(&o->plain, &n, &old, SEQ);
	n += __atomic_load_n(&o->plain, RELAXED) + __atomic_exchange_n(&o->plain, 5, SEQ);
	n += __atomic_fetch_add(&o->plain, n, SEQ) + __atomic_nand_fetch(&o->plain, 1, SEQ);
	__atomic_fetch_add(&o->at, 4, SEQ);
	while (__atomic_test_and_set(&o->plain, SEQ)) n++;
	__atomic_clear(&o->plain, SEQ);
	__atomic_thread_fence(SEQ);
	return n;
}

int compare(struct object *o, int expected) {
	if (__c11_atomic_compare_exchange_strong(&o->refs, &expected, 7, SEQ, SEQ)) return 1;
	if (__atomic_compare_exchange_n(&o->plain, &expected, 8, 0, SEQ, SEQ)) return 2;
	if (__sync_bool_compare_and_swap(&o->plain, 0, 1)) return 3;
	return __sync_val_compare_and_swap(&o->plain, 2, 3);
}

void sync(struct object *o) {
	__sync_synchronize();
	while (__sync_lock_test_and_set(&o->plain, 1)) {
	}
	__sync_lock_release(&o->plain);
	__sync_add_and_fetch(&o->plain, 2);
}

/* Calls every function of rules/models/builtin.model. What one of the compilers does not know is
 * declared for it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#pragma GCC diagnostic ignored "-Wunused-value"
#pragma GCC diagnostic ignored "-Wunused-result"

#ifdef __clang__
#pragma clang diagnostic ignored "-Wsync-fetch-and-nand-semantics-changed"
void __builtin_exit(int status);
void __builtin__exit(int status);
int __builtin_puts(const char *s);
int __builtin_putchar(int c);
typedef _Atomic int atomic;
#else
/* clang's own, behind its <stdatomic.h>. */
typedef int atomic;
void __c11_atomic_init(atomic *place, int value);
int __c11_atomic_load(atomic *place, int order);
void __c11_atomic_store(atomic *place, int value, int order);
int __c11_atomic_exchange(atomic *place, int value, int order);
int __c11_atomic_compare_exchange_strong(atomic *place, int *old, int value, int success,
                                         int failure);
int __c11_atomic_compare_exchange_weak(atomic *place, int *old, int value, int success,
                                       int failure);
int __c11_atomic_fetch_add(atomic *place, int value, int order);
int __c11_atomic_fetch_sub(atomic *place, int value, int order);
int __c11_atomic_fetch_or(atomic *place, int value, int order);
int __c11_atomic_fetch_and(atomic *place, int value, int order);
int __c11_atomic_fetch_xor(atomic *place, int value, int order);
void __c11_atomic_thread_fence(int order);
void __c11_atomic_signal_fence(int order);
int __c11_atomic_is_lock_free(size_t size);
#endif

enum { RELAXED = __ATOMIC_RELAXED };

void use_memory(void *p, const void *source, const char *s, size_t size) {
	__builtin_free(__builtin_malloc(size));
	__builtin_calloc(1, size);
	__builtin_alloca(size);
	__builtin_alloca_with_align(size, 64);
	__builtin_strdup(s);
	__builtin_strndup(s, size);
	__builtin_memcpy(p, source, size);
	__builtin_memmove(p, source, size);
	__builtin_mempcpy(p, source, size);
	__builtin___memcpy_chk(p, source, size, size);
	__builtin___memmove_chk(p, source, size, size);
	__builtin___mempcpy_chk(p, source, size, size);
	__builtin_memset(p, 0, size);
	__builtin___memset_chk(p, 0, size, size);
	__builtin_bzero(p, size);
	__builtin_assume_aligned(p, 8);
	__builtin_prefetch(p);
	__builtin_object_size(p, 0);
	__builtin_dynamic_object_size(p, 0);
	__builtin_memcmp(p, source, size);
	__builtin_memchr(source, 0, size);
	__builtin_bcmp(p, source, size);
	__builtin___clear_cache(p, p);
}

void use_the_end(int how, void **environment) {
	if (how == 0) __builtin_abort();
	if (how == 1) __builtin_exit(1);
	if (how == 2) __builtin__exit(1);
	if (how == 3) __builtin_trap();
	if (how == 4 && __builtin_setjmp(environment)) __builtin_unreachable();
}

void use_longjmp(void **environment) {
	__builtin_longjmp(environment, 1);
}

void use_atomic(int *place, int *old, int value, char *flag) {
	__atomic_fetch_add(place, value, RELAXED);
	__atomic_add_fetch(place, value, RELAXED);
	__atomic_fetch_sub(place, value, RELAXED);
	__atomic_sub_fetch(place, value, RELAXED);
	__atomic_fetch_or(place, value, RELAXED);
	__atomic_or_fetch(place, value, RELAXED);
	__atomic_fetch_and(place, value, RELAXED);
	__atomic_and_fetch(place, value, RELAXED);
	__atomic_fetch_xor(place, value, RELAXED);
	__atomic_xor_fetch(place, value, RELAXED);
	__atomic_fetch_nand(place, value, RELAXED);
	__atomic_nand_fetch(place, value, RELAXED);
	__atomic_load_n(place, RELAXED);
	__atomic_store_n(place, value, RELAXED);
	__atomic_exchange_n(place, value, RELAXED);
	__atomic_compare_exchange_n(place, old, value, 0, RELAXED, RELAXED);
	__atomic_load(place, old, RELAXED);
	__atomic_store(place, &value, RELAXED);
	__atomic_exchange(place, &value, old, RELAXED);
	__atomic_compare_exchange(place, old, &value, 0, RELAXED, RELAXED);
	__atomic_test_and_set(flag, RELAXED);
	__atomic_clear(flag, RELAXED);
	__atomic_thread_fence(RELAXED);
	__atomic_signal_fence(RELAXED);
	__atomic_is_lock_free(sizeof *place, place);
	__atomic_always_lock_free(sizeof *place, 0);
}

void use_c11(atomic *place, int *old, int value) {
	__c11_atomic_init(place, value);
	__c11_atomic_load(place, RELAXED);
	__c11_atomic_store(place, value, RELAXED);
	__c11_atomic_exchange(place, value, RELAXED);
	__c11_atomic_compare_exchange_strong(place, old, value, RELAXED, RELAXED);
	__c11_atomic_compare_exchange_weak(place, old, value, RELAXED, RELAXED);
	__c11_atomic_fetch_add(place, value, RELAXED);
	__c11_atomic_fetch_sub(place, value, RELAXED);
	__c11_atomic_fetch_or(place, value, RELAXED);
	__c11_atomic_fetch_and(place, value, RELAXED);
	__c11_atomic_fetch_xor(place, value, RELAXED);
	__c11_atomic_thread_fence(RELAXED);
	__c11_atomic_signal_fence(RELAXED);
	__c11_atomic_is_lock_free(sizeof *place);
}

void use_sync(int *place, int old, int value) {
	__sync_fetch_and_add(place, value);
	__sync_fetch_and_sub(place, value);
	__sync_fetch_and_or(place, value);
	__sync_fetch_and_and(place, value);
	__sync_fetch_and_xor(place, value);
	__sync_fetch_and_nand(place, value);
	__sync_add_and_fetch(place, value);
	__sync_sub_and_fetch(place, value);
	__sync_or_and_fetch(place, value);
	__sync_and_and_fetch(place, value);
	__sync_xor_and_fetch(place, value);
	__sync_nand_and_fetch(place, value);
	__sync_lock_test_and_set(place, value);
	__sync_bool_compare_and_swap(place, old, value);
	__sync_val_compare_and_swap(place, old, value);
	__sync_lock_release(place);
	__sync_synchronize();
}

void use_sync_1(uint8_t *place, uint8_t old, uint8_t value) {
	__sync_fetch_and_add_1(place, value);
	__sync_fetch_and_sub_1(place, value);
	__sync_fetch_and_or_1(place, value);
	__sync_fetch_and_and_1(place, value);
	__sync_fetch_and_xor_1(place, value);
	__sync_fetch_and_nand_1(place, value);
	__sync_add_and_fetch_1(place, value);
	__sync_sub_and_fetch_1(place, value);
	__sync_or_and_fetch_1(place, value);
	__sync_and_and_fetch_1(place, value);
	__sync_xor_and_fetch_1(place, value);
	__sync_nand_and_fetch_1(place, value);
	__sync_lock_test_and_set_1(place, value);
	__sync_bool_compare_and_swap_1(place, old, value);
	__sync_val_compare_and_swap_1(place, old, value);
	__sync_lock_release_1(place);
}

void use_sync_2(uint16_t *place, uint16_t old, uint16_t value) {
	__sync_fetch_and_add_2(place, value);
	__sync_fetch_and_sub_2(place, value);
	__sync_fetch_and_or_2(place, value);
	__sync_fetch_and_and_2(place, value);
	__sync_fetch_and_xor_2(place, value);
	__sync_fetch_and_nand_2(place, value);
	__sync_add_and_fetch_2(place, value);
	__sync_sub_and_fetch_2(place, value);
	__sync_or_and_fetch_2(place, value);
	__sync_and_and_fetch_2(place, value);
	__sync_xor_and_fetch_2(place, value);
	__sync_nand_and_fetch_2(place, value);
	__sync_lock_test_and_set_2(place, value);
	__sync_bool_compare_and_swap_2(place, old, value);
	__sync_val_compare_and_swap_2(place, old, value);
	__sync_lock_release_2(place);
}

void use_sync_4(uint32_t *place, uint32_t old, uint32_t value) {
	__sync_fetch_and_add_4(place, value);
	__sync_fetch_and_sub_4(place, value);
	__sync_fetch_and_or_4(place, value);
	__sync_fetch_and_and_4(place, value);
	__sync_fetch_and_xor_4(place, value);
	__sync_fetch_and_nand_4(place, value);
	__sync_add_and_fetch_4(place, value);
	__sync_sub_and_fetch_4(place, value);
	__sync_or_and_fetch_4(place, value);
	__sync_and_and_fetch_4(place, value);
	__sync_xor_and_fetch_4(place, value);
	__sync_nand_and_fetch_4(place, value);
	__sync_lock_test_and_set_4(place, value);
	__sync_bool_compare_and_swap_4(place, old, value);
	__sync_val_compare_and_swap_4(place, old, value);
	__sync_lock_release_4(place);
}

void use_sync_8(uint64_t *place, uint64_t old, uint64_t value) {
	__sync_fetch_and_add_8(place, value);
	__sync_fetch_and_sub_8(place, value);
	__sync_fetch_and_or_8(place, value);
	__sync_fetch_and_and_8(place, value);
	__sync_fetch_and_xor_8(place, value);
	__sync_fetch_and_nand_8(place, value);
	__sync_add_and_fetch_8(place, value);
	__sync_sub_and_fetch_8(place, value);
	__sync_or_and_fetch_8(place, value);
	__sync_and_and_fetch_8(place, value);
	__sync_xor_and_fetch_8(place, value);
	__sync_nand_and_fetch_8(place, value);
	__sync_lock_test_and_set_8(place, value);
	__sync_bool_compare_and_swap_8(place, old, value);
	__sync_val_compare_and_swap_8(place, old, value);
	__sync_lock_release_8(place);
}

void use_sync_16(unsigned __int128 *place, unsigned __int128 old, unsigned __int128 value) {
	__sync_fetch_and_add_16(place, value);
	__sync_fetch_and_sub_16(place, value);
	__sync_fetch_and_or_16(place, value);
	__sync_fetch_and_and_16(place, value);
	__sync_fetch_and_xor_16(place, value);
	__sync_fetch_and_nand_16(place, value);
	__sync_add_and_fetch_16(place, value);
	__sync_sub_and_fetch_16(place, value);
	__sync_or_and_fetch_16(place, value);
	__sync_and_and_fetch_16(place, value);
	__sync_xor_and_fetch_16(place, value);
	__sync_nand_and_fetch_16(place, value);
	__sync_lock_test_and_set_16(place, value);
	__sync_bool_compare_and_swap_16(place, old, value);
	__sync_val_compare_and_swap_16(place, old, value);
	__sync_lock_release_16(place);
}

void use_text(char *to, const char *s, size_t size) {
	__builtin_strlen(s);
	__builtin_strcmp(to, s);
	__builtin_strncmp(to, s, size);
	__builtin_strcasecmp(to, s);
	__builtin_strncasecmp(to, s, size);
	__builtin_strcpy(to, s);
	__builtin_strncpy(to, s, size);
	__builtin_strcat(to, s);
	__builtin_strncat(to, s, size);
	__builtin_strchr(s, 'a');
	__builtin_strrchr(s, 'a');
	__builtin_strstr(to, s);
	__builtin_strpbrk(to, s);
	__builtin_strspn(to, s);
	__builtin_strcspn(to, s);
	__builtin_stpcpy(to, s);
	__builtin_stpncpy(to, s, size);
	__builtin_index(s, 'a');
	__builtin_rindex(s, 'a');
	__builtin___strcpy_chk(to, s, size);
	__builtin___strcat_chk(to, s, size);
	__builtin___strncpy_chk(to, s, size, size);
	__builtin___strncat_chk(to, s, size, size);
	__builtin___stpcpy_chk(to, s, size);
	__builtin___stpncpy_chk(to, s, size, size);
	__builtin_puts(s);
	__builtin_putchar('a');
}

void use_formats(FILE *stream, char *to, size_t size, ...) {
	va_list arguments, again;
	__builtin_va_start(arguments, size);
	__builtin_va_copy(again, arguments);
	__builtin_printf("%d", 1);
	__builtin_fprintf(stream, "%d", 1);
	__builtin_sprintf(to, "%d", 1);
	__builtin_snprintf(to, size, "%d", 1);
	__builtin_vprintf("%d", arguments);
	__builtin_vfprintf(stream, "%d", arguments);
	__builtin_vsprintf(to, "%d", arguments);
	__builtin_vsnprintf(to, size, "%d", arguments);
	__builtin___printf_chk(1, "%d", 1);
	__builtin___fprintf_chk(stream, 1, "%d", 1);
	__builtin___sprintf_chk(to, 1, size, "%d", 1);
	__builtin___snprintf_chk(to, size, 1, size, "%d", 1);
	__builtin___vsprintf_chk(to, 1, size, "%d", again);
	__builtin___vsnprintf_chk(to, size, 1, size, "%d", again);
	__builtin_va_end(again);
	__builtin_va_end(arguments);
}

void use_numbers(int n, long l, long long ll, double d, int *out) {
	__builtin_abs(n);
	__builtin_labs(l);
	__builtin_llabs(ll);
	__builtin_ffs(n);
	__builtin_ffsl(l);
	__builtin_ffsll(ll);
	__builtin_clz((unsigned)n);
	__builtin_clzl((unsigned long)l);
	__builtin_clzll((unsigned long long)ll);
	__builtin_ctz((unsigned)n);
	__builtin_ctzl((unsigned long)l);
	__builtin_ctzll((unsigned long long)ll);
	__builtin_popcount((unsigned)n);
	__builtin_popcountl((unsigned long)l);
	__builtin_popcountll((unsigned long long)ll);
	__builtin_parity((unsigned)n);
	__builtin_bswap16((uint16_t)n);
	__builtin_bswap32((uint32_t)n);
	__builtin_bswap64((uint64_t)ll);
	__builtin_add_overflow(n, n, out);
	__builtin_sub_overflow(n, n, out);
	__builtin_mul_overflow(n, n, out);
	__builtin_constant_p(n);
	__builtin_extract_return_addr(__builtin_return_address(0));
	__builtin_frame_address(0);
	__builtin_inf();
	__builtin_inff();
	__builtin_huge_val();
	__builtin_nan("");
	__builtin_isnan(d);
	__builtin_isinf(d);
	__builtin_isfinite(d);
	__builtin_signbit(d);
}

/* An fd_set as <sys/select.h> declares it, and its macros as glibc (with and without fortification) and musl write them. */
typedef long int __fd_mask;
typedef struct {
	__fd_mask __fds_bits[1024 / (8 * (int)sizeof(__fd_mask))];
} fd_set;
extern long int __fdelt_chk(long int d);

#define __NFDBITS (8 * (int)sizeof(__fd_mask))
#define __FD_ELT(d) ((d) / __NFDBITS)
#define __FD_MASK(d) ((__fd_mask)(1UL << ((d) % __NFDBITS)))
#define __FDS_BITS(set) ((set)->__fds_bits)
#define FD_SET(d, s) ((void)(__FDS_BITS(s)[__FD_ELT(d)] |= __FD_MASK(d)))
#define FD_CLR(d, s) ((void)(__FDS_BITS(s)[__FD_ELT(d)] &= ~__FD_MASK(d)))
#define FD_ISSET(d, s) ((__FDS_BITS(s)[__FD_ELT(d)] & __FD_MASK(d)) != 0)
#define FD_ZERO(s)                                                                                 \
	do {                                                                                           \
		unsigned int __i;                                                                          \
		fd_set *__arr = (s);                                                                       \
		for (__i = 0; __i < sizeof(fd_set) / sizeof(__fd_mask); ++__i) __FDS_BITS(__arr)[__i] = 0; \
	} while (0)

#define CHECKED_FD_ELT(d)                                                                          \
	__extension__({                                                                                \
		long int __d = (d);                                                                        \
		(__builtin_constant_p(__d) ? (0 <= __d && __d < 1024 ? (__d / __NFDBITS) : 0)              \
		                           : __fdelt_chk(__d));                                            \
	})
#define CHECKED_FD_SET(d, s) ((void)(__FDS_BITS(s)[CHECKED_FD_ELT(d)] |= __FD_MASK(d)))

#define MUSL_FD_SET(d, s)                                                                          \
	((s)->__fds_bits[(d) / (8 * sizeof(long))] |= (1UL << ((d) % (8 * sizeof(long)))))
#define MUSL_FD_CLR(d, s)                                                                          \
	((s)->__fds_bits[(d) / (8 * sizeof(long))] &= ~(1UL << ((d) % (8 * sizeof(long)))))
#define MUSL_FD_ISSET(d, s)                                                                        \
	!!((s)->__fds_bits[(d) / (8 * sizeof(long))] & (1UL << ((d) % (8 * sizeof(long)))))

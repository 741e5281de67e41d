/* Calls or names every function of rules/models/zlib.model. It is compiled against the real
 * headers, so what is modelled exists, and has as many parameters as its model says. */
/* pkg-config: zlib */
#include <zlib.h>

void use_gzdopen(int arg1, const char *arg2) {
	(void)gzdopen(arg1, arg2);
}
void use_gzopen(const char *arg1, const char *arg2) {
	(void)gzopen(arg1, arg2);
}
void use_gzopen64(const char *arg1, const char *arg2) {
	(void)gzopen64(arg1, arg2);
}
void use_gzclose(gzFile arg1) {
	(void)gzclose(arg1);
}
void use_gzclose_r(gzFile arg1) {
	(void)gzclose_r(arg1);
}
void use_gzclose_w(gzFile arg1) {
	(void)gzclose_w(arg1);
}
void use_gzread(gzFile arg1, voidp arg2, unsigned int arg3) {
	(void)gzread(arg1, arg2, arg3);
}
void use_gzfread(voidp arg1, z_size_t arg2, z_size_t arg3, gzFile arg4) {
	(void)gzfread(arg1, arg2, arg3, arg4);
}
void use_gzgets(gzFile arg1, char *arg2, int arg3) {
	(void)gzgets(arg1, arg2, arg3);
}
void use_gzgetc_(gzFile arg1) {
	(void)gzgetc_(arg1);
}
void use_gzwrite(gzFile arg1, voidpc arg2, unsigned int arg3) {
	(void)gzwrite(arg1, arg2, arg3);
}
void use_gzfwrite(voidpc arg1, z_size_t arg2, z_size_t arg3, gzFile arg4) {
	(void)gzfwrite(arg1, arg2, arg3, arg4);
}
void use_gzputs(gzFile arg1, const char *arg2) {
	(void)gzputs(arg1, arg2);
}
void use_gzprintf(gzFile arg1, const char *arg2) {
	(void)gzprintf(arg1, arg2);
}
const void *const zlib_nothing[] = {
	adler32, adler32_combine, adler32_combine64, adler32_z, compress, compress2, compressBound,
	crc32, crc32_combine, crc32_combine64, crc32_combine_gen, crc32_combine_gen64, crc32_combine_op,
	crc32_z, deflate, deflateBound, deflateCopy, deflateEnd, deflateGetDictionary, deflateInit2_,
	deflateInit_, deflateParams, deflatePending, deflatePrime, deflateReset, deflateResetKeep,
	deflateSetDictionary, deflateSetHeader, deflateTune, gzbuffer, gzclearerr, gzdirect, gzeof,
	gzerror, gzflush, gzgetc, gzoffset, gzoffset64, gzputc, gzrewind, gzseek, gzseek64, gzsetparams,
	gztell, gztell64, gzungetc, gzvprintf, inflate, inflateCodesUsed, inflateCopy, inflateEnd,
	inflateGetDictionary, inflateGetHeader, inflateInit2_, inflateInit_, inflateMark, inflatePrime,
	inflateReset, inflateReset2, inflateResetKeep, inflateSetDictionary, inflateSync,
	inflateSyncPoint, inflateUndermine, inflateValidate, uncompress, uncompress2, zError,
	zlibCompileFlags, zlibVersion,
};

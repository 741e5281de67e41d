/* Sets of descriptors. FD_SET and its like are macros over the words of an fd_set: `set->fds_bits[fd / 64] |= 1UL << (fd %
 * 64)`. As arithmetic that says nothing of fd, so what each of them does to a word is lowered as a call of the macro's
 * name. glibc and musl write the words' index in several ways; the mask they all write alike. */
#include <string.h>

#include "front/lower.h"

/* Is e a word of an fd_set? Then sets *member to the expression that names the array of words. */
static bool find_word(struct body *b, CXCursor e, CXCursor *member) {
	e = strip(b, e);
	if (e.kind != CXCursor_ArraySubscriptExpr) return false;
	*member = strip(b, cursor_first_kid(e));
	if (member->kind != CXCursor_MemberRefExpr) return false;
	const struct ir_field *field = field_of(b->l, clang_getCursorReferenced(*member));
	return field && strcmp(field->record, "fd_set") == 0;
}

static bool is_binary(CXCursor e, enum CXBinaryOperatorKind kind) {
	return e.kind == CXCursor_BinaryOperator && clang_getCursorBinaryOperatorKind(e) == kind;
}

/* Is e `1 << (fd % bits)`? Then sets *fd to that expression. */
static bool find_bit(struct body *b, CXCursor e, CXCursor *fd) {
	struct arena *scratch = b->l->scratch;
	int64_t one;
	e = strip(b, e);
	if (!is_binary(e, CXBinaryOperator_Shl)) return false;
	struct kids shift = cursor_kids(scratch, e);
	if (shift.n != 2 || !constant_of(b, kid(shift, 0), &one) || one != 1) return false;
	CXCursor remainder = strip(b, kid(shift, 1));
	if (!is_binary(remainder, CXBinaryOperator_Rem)) return false;
	*fd = cursor_first_kid(remainder);
	return !clang_Cursor_isNull(*fd);
}

static bool find_cleared_bit(struct body *b, CXCursor e, CXCursor *fd) {
	e = strip(b, e);
	return e.kind == CXCursor_UnaryOperator &&
	       clang_getCursorUnaryOperatorKind(e) == CXUnaryOperator_Not &&
	       find_bit(b, cursor_first_kid(e), fd);
}

static struct ir_value set_address(struct body *b, CXCursor member) {
	CXCursor set = cursor_first_kid(member);
	bool is_arrow = type_of(b->l, set)->kind == CXType_Pointer;
	return emit_addr(b, is_arrow ? lower_pointee(b, set) : lower_place(b, set), member);
}

static struct ir_value call_macro(struct body *b, const char *name, const struct ir_value *args,
                                  uint32_t n, bool has_result, CXCursor at) {
	return emit_call(b, symbol(intern(b->l->names, name)), args, n, has_result, locate(b->l, at));
}

static struct ir_value call_with_fd(struct body *b, const char *name, CXCursor fd, CXCursor member,
                                    bool has_result, CXCursor at) {
	struct ir_value args[2];
	args[0] = lower_value(b, fd);
	args[1] = set_address(b, member);
	return call_macro(b, name, args, 2, has_result, at);
}

bool lower_set_change(struct body *b, CXCursor e, struct kids kids) {
	enum CXBinaryOperatorKind kind = clang_getCursorBinaryOperatorKind(e);
	CXCursor member, fd;
	if (!find_word(b, kid(kids, 0), &member)) return false;
	if (kind == CXBinaryOperator_OrAssign && find_bit(b, kid(kids, 1), &fd))
		call_with_fd(b, "FD_SET", fd, member, false, e);
	else if (kind == CXBinaryOperator_AndAssign && find_cleared_bit(b, kid(kids, 1), &fd))
		call_with_fd(b, "FD_CLR", fd, member, false, e);
	else return false;
	return true;
}

bool lower_set_clearing(struct body *b, CXCursor e, struct kids kids) {
	CXCursor member;
	int64_t zero;
	if (!find_word(b, kid(kids, 0), &member)) return false;
	if (!constant_of(b, kid(kids, 1), &zero) || zero != 0) return false;
	struct ir_value set = set_address(b, member);
	call_macro(b, "FD_ZERO", &set, 1, false, e);
	return true;
}

bool lower_set_test(struct body *b, CXCursor e, struct kids kids, struct ir_value *v) {
	CXCursor member, fd;
	if (!find_word(b, kid(kids, 0), &member) || !find_bit(b, kid(kids, 1), &fd)) return false;
	*v = call_with_fd(b, "FD_ISSET", fd, member, true, e);
	return true;
}

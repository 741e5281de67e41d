/* What libclang knows of a translation unit, asked once and kept. Floor 2: base, ir. Private to
 * front/. */
#ifndef CLOSEWAIT_FRONT_NOTES_H
#define CLOSEWAIT_FRONT_NOTES_H

#include <clang-c/Index.h>

#include "base/arena.h"
#include "base/intern.h"
#include "base/map.h"
#include "base/vec.h"
#include "front/cursor.h"
#include "ir/ir.h"

struct faults;

/* --- the unit --------------------------------------------------------------------------------- */

struct lower {
	struct arena *arena;   /* what the unit is made of */
	struct arena *scratch; /* released behind each function */
	struct arena *notes;   /* the tables below */
	struct intern *names;
	struct ir_unit *unit;
	CXTranslationUnit tu;
	const char *directory;    /* what libclang's relative file names are relative to */
	const char *root;         /* files below it are shown relative to it; "" for none */
	uint32_t depth_limit;     /* of nested statements and expressions */
	struct map files;         /* CXFile -> struct file_note */
	struct map types;         /* CXType -> struct type_note */
	struct map records;       /* record declaration -> interned name */
	struct map record_names;  /* unnamed record -> name given by the declarator */
	struct map record_fields; /* record declaration -> struct fields */
	struct map fields;        /* field declaration -> struct ir_field */
	struct map decls;         /* declaration -> struct decl_note */
	struct map lowered;       /* name of a function that was put on pending */
	struct map definitions;   /* name of a function -> its definition in this unit */
	VEC(CXCursor) pending;    /* definitions of functions that wait for their turn */
	struct map globals;       /* canonical declaration of a variable -> struct global_note */
	struct map global_names;  /* names that stand in unit->globals */
	struct faults *faults;    /* NULL when the parser reported no error */
	CXCursor located;         /* the cursor that loc is of */
	struct ir_loc loc;
	CXSourceLocation start; /* where the last range began, that is at start_loc */
	struct ir_loc start_loc;
	unsigned start_offset;
};

/* Lowers what the translation unit holds into l->unit. */
void lower_unit(struct lower *l);

/* --- files and locations (locate.c) ----------------------------------------------------------- */

struct file_note {
	const char *path; /* as it is shown */
	uint32_t number;  /* index into unit->files, plus 1; 0 until it is used */
	bool is_source;   /* the main file, or one ending in .c: what it defines is this unit's own */
};

/* NULL when file is NULL. */
struct file_note *file_note(struct lower *l, CXFile file);
/* Its index in the unit, which lists it from now on. */
uint32_t file_index(struct lower *l, struct file_note *note);
/* Makes file 0 of it: the main file is shown as the user named it. */
void file_note_main(struct lower *l, CXFile file);
/* Absolute and normalised. */
const char *file_path(struct lower *l, CXFile file);
struct ir_loc locate(struct lower *l, CXCursor c);
/* The closing brace, or whatever the cursor ends with. */
struct ir_loc locate_end(struct lower *l, CXCursor c);
/* From the name of a function to its closing brace. */
struct ir_loc locate_definition(struct lower *l, CXCursor function);
/* Does the declaration stand in a source file rather than in a header? */
bool is_in_source(struct lower *l, CXCursor declaration);
/* The path of its file as it is shown. */
const char *source_path(struct lower *l, CXCursor declaration);

/* The text from where the cursor begins in the file that spells it, of *length bytes, or NULL.
 * It goes to the end of the file, not of the cursor. */
const char *spelled_text(struct lower *l, CXCursor c, size_t *length);
/* The identifier that the cursor begins with, interned; "" when it begins with none. */
const char *first_word(struct lower *l, CXCursor c);
/* Where in its file the cursor is spelled. False when it begins or ends in a macro, so that its
 * text is not all of it. */
bool plain_extent(struct lower *l, CXCursor c, CXSourceRange *range);

/* --- types and records (type.c, record.c) ----------------------------------------------------- */

struct type_note {
	enum CXTypeKind kind; /* canonical; of the value for an _Atomic */
	CXType canonical;     /* the same, with its qualifiers */
	struct ir_type type;
	bool is_unsigned;          /* an integer without sign */
	uint32_t bits;             /* of an integer, else 0 */
	struct type_note *decayed; /* the pointer that an array or function is as a parameter */
};

const struct type_note *type_note(struct lower *l, CXType type);
const struct type_note *type_of(struct lower *l, CXCursor c);
/* What a pointer points to. */
const struct type_note *pointee_note(struct lower *l, const struct type_note *pointer);
bool is_array(const struct type_note *t);
bool is_function(const struct type_note *t);
bool is_float(const struct type_note *t);
/* Does calling a value of this type (a function or a pointer to one) never return? */
bool type_is_noreturn(const struct type_note *t);
/* The constant as an integer of this type holds it. A negative number stays negative in an
 * unsigned type: casts disappear, so it is also what a variable holds after (size_t)-1. */
int64_t wrap_constant(const struct type_note *t, int64_t n);

/* The record's name as struct ir_field wants it, for a canonical record type. */
const char *record_name(struct lower *l, CXType record);
/* Names the unnamed record of a variable's type after the variable. */
void record_name_after(struct lower *l, CXType type, const char *name);

/* A member in the order of its record. Unnamed bit-fields are left out. */
struct member {
	CXCursor cursor;
	CXType type;
};

struct members {
	struct member *at;
	uint32_t n;
	bool is_union;
};

const struct members *record_members(struct lower *l, CXType record);
/* The IR's field of a FieldDecl; NULL for an anonymous struct or union. */
const struct ir_field *field_of(struct lower *l, CXCursor field);

/* The way to a member of a member, outermost first. */
struct field_path {
	const struct ir_field *at[8];
	uint32_t n;
};
/* The way from the record to one of the other's type at its very beginning: false when there is none. */
bool first_members(struct lower *l, const struct type_note *record, const struct type_note *other,
                   struct field_path *path);

/* --- declarations (decl.c) -------------------------------------------------------------------- */

enum decl_kind { DECL_CONSTANT, DECL_FUNCTION, DECL_VARIABLE, DECL_OTHER };

struct decl_note {
	enum decl_kind kind;
	const char *name;
	int64_t number;   /* DECL_CONSTANT */
	bool is_noreturn; /* DECL_FUNCTION */
	bool is_used;     /* use_decl() has seen it */
};

/* What the declaration that an expression refers to is. */
const struct decl_note *decl_note(struct lower *l, CXCursor declaration);
/* As decl_note, and a function's body will be lowered and a variable declared in the unit. */
const struct decl_note *use_decl(struct lower *l, CXCursor declaration);
/* A function that is known by name only: that of a cleanup attribute. */
void use_function_named(struct lower *l, const char *name);
/* Gives the variable the name that it has in the IR: a static local. */
void name_decl(struct lower *l, CXCursor declaration, const char *name);
/* Puts the definition on the list of those to lower, once. */
void enqueue_function(struct lower *l, CXCursor definition);

/* A file-scope variable. */
struct global_note {
	CXCursor
		declaration; /* the one with the initialiser, or the first that defines it, or the first */
	bool is_defined, has_initialiser;
};

/* --- what the parser lost (fault.c) ----------------------------------------------------------- */

/* Records the parser's errors as losses of the unit; sets l->faults when there are any. */
void faults_find(struct lower *l);
/* Notes the file-scope declarations that hold errors. */
void faults_taint(struct lower *l, CXCursor declaration);
/* Why the function may be incomplete, or NULL. */
const char *faults_in(struct lower *l, CXCursor function);

#endif

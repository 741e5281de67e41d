/*
 * What ends which wait: the rows (calls that block) and the columns (acts that may end them) of a matrix that is
 * measured by ./dev truth. docs/hangs.md explains it.
 *
 * A cell is a process of its own with two threads: one blocks in the call of the row, the other acts as the column
 * says. What they work on is a scene.
 */
#ifndef MATRIX_H
#define MATRIX_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct scene {
	int fd;       /* the thread is blocked on it */
	int peer;     /* the other end, -1: none */
	FILE *stream; /* over fd, NULL: none */
	int epfd;     /* watches fd, -1: none */
	pthread_t blocked;
};

/* What a scene has, and what an act needs. */
enum trait {
	SOCKET = 1 << 0,   /* fd is a socket */
	PEER = 1 << 1,     /* there is an open other end */
	STREAM = 1 << 2,   /* the call is one of stdio */
	INCOMING = 1 << 3, /* the call waits for something to come in */
};

struct call {
	const char *name;
	unsigned traits;
	bool (*set_up)(struct scene *s); /* until the call would block; false: not to be had here */
	void (*block)(struct scene *s);  /* one call; returns when it was woken */
};

struct act {
	const char *name;
	unsigned needs;
	void (*before)(struct scene *s); /* before the thread begins; NULL: nothing */
	void (*act)(struct scene *s);    /* when the thread is blocked; NULL: the wait ends by itself */
};

extern const struct call calls[];
extern const size_t call_count;
extern const struct act acts[];
extern const size_t act_count;

#endif

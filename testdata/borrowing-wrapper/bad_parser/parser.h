#ifndef PARSER_H
#define PARSER_H

struct feed {
    int fd;
    unsigned long consumed;
};

struct parser {
    struct feed *feed;
    int depth;
};

/* Parses what comes over fd. The parser never closes it: messages may follow each other on it. */
struct parser *parser_attach(int fd);
int parser_message(struct parser *p);
void parser_destroy(struct parser *p);

/* Each sends one message and forgets about the connection. */
int client_query(int listener);
int server_answer(int listener);

#endif

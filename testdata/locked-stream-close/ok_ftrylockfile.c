/* The lock is tried: as somebody has it, the line is shut down first. */
#include <pthread.h>

#include "../hang.h"

struct lexer {
    FILE *in;
    pthread_t thread;
    int tokens;
};

static int next_token(FILE *in)
{
    int c, length = 0;
    while ((c = getc_unlocked(in)) != EOF && c != ' ')
        length++;
    return c == EOF ? 0 : length;
}

static void *lexer_main(void *arg)
{
    struct lexer *lexer = arg;
    flockfile(lexer->in);
    while (next_token(lexer->in) > 0)
        lexer->tokens++;
    funlockfile(lexer->in);
    return NULL;
}

static int lexer_start(struct lexer *lexer, int listener)
{
    int fd = accept(listener, NULL, NULL);
    if (fd < 0)
        return -1;
    lexer->tokens = 0;
    lexer->in = fdopen(fd, "r");
    if (lexer->in == NULL) {
        close(fd);
        return -1;
    }
    if (pthread_create(&lexer->thread, NULL, lexer_main, lexer) != 0) {
        fclose(lexer->in);
        return -1;
    }
    return 0;
}

static void lexer_stop(struct lexer *lexer)
{
    if (ftrylockfile(lexer->in) == 0)
        funlockfile(lexer->in);
    else
        shutdown(fileno(lexer->in), SHUT_RDWR);
    pthread_join(lexer->thread, NULL); // expect-wrong: join-before-wake
    fclose(lexer->in);
}

int main(void)
{
    int listener = listen_on_loopback();
    int peer = connect_to_loopback(listener);
    struct lexer lexer;
    if (lexer_start(&lexer, listener) < 0)
        return 1;

    wait_until_blocked();
    expect_end();
    lexer_stop(&lexer);
    close(peer);
    close(listener);
    return teardown_ended();
}

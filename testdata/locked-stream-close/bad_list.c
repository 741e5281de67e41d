/* All streams of a list are closed in one loop, each with a thread in it. */
#include <pthread.h>

#include "../hang.h"

struct user {
    FILE *stream;
    pthread_t thread;
    struct user *next;
};

static void *user_main(void *arg)
{
    struct user *user = arg;
    char *text = NULL;
    size_t size = 0;
    while (getline(&text, &size, user->stream) != -1)
        continue;
    free(text);
    return NULL;
}

static struct user *user_add(struct user *list, int listener)
{
    struct user *user = malloc(sizeof *user);
    if (user == NULL)
        return list;
    int fd = accept(listener, NULL, NULL);
    if (fd < 0)
        goto no_fd;
    user->stream = fdopen(fd, "r+");
    if (user->stream == NULL)
        goto no_stream;
    if (pthread_create(&user->thread, NULL, user_main, user) != 0)
        goto no_thread;
    user->next = list;
    return user;

no_thread:
    fclose(user->stream);
    free(user);
    return list;
no_stream:
    close(fd);
no_fd:
    free(user);
    return list;
}

static void users_remove(struct user *list)
{
    while (list != NULL) {
        struct user *next = list->next;
        fclose(list->stream); // expect: locked-stream-close
        pthread_join(list->thread, NULL);
        free(list);
        list = next;
    }
}

int main(void)
{
    int listener = listen_on_loopback();
    int first = connect_to_loopback(listener);
    int second = connect_to_loopback(listener);
    struct user *list = user_add(user_add(NULL, listener), listener);
    if (list == NULL)
        return 1;

    wait_until_blocked();
    expect_hang();
    users_remove(list);
    close(first);
    close(second);
    close(listener);
    return teardown_ended();
}

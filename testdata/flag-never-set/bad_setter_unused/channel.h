#ifndef CHANNEL_H
#define CHANNEL_H

struct channel {
    int fd;
    int flags;
    int close_on_unref;
    int refs;
};

struct channel *channel_new(int fd);
void channel_set_close_on_unref(struct channel *ch, int on);
struct channel *channel_ref(struct channel *ch);
void channel_unref(struct channel *ch);

#endif

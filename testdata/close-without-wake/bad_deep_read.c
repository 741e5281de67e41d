/* The blocking call is four calls below the thread's function, behind void pointers. */
#include <pthread.h>

#include "../hang.h"

struct net {
    int sock;
};

struct buffer {
    struct net *net;
    unsigned char data[64];
    size_t used, at;
};

struct decoder {
    struct buffer in;
    int messages;
};

struct device {
    struct net net;
    struct decoder decoder;
    pthread_t thread;
};

static ssize_t net_read(struct net *net, void *buf, size_t size)
{
    return recv(net->sock, buf, size, 0);
}

static int buffer_fill(struct buffer *b)
{
    ssize_t n = net_read(b->net, b->data, sizeof b->data);
    b->at = 0;
    b->used = n > 0 ? (size_t)n : 0;
    return n > 0 ? 0 : -1;
}

static int buffer_byte(struct buffer *b)
{
    if (b->at == b->used && buffer_fill(b) < 0)
        return -1;
    return b->data[b->at++];
}

static int decoder_message(struct decoder *d)
{
    int length = buffer_byte(&d->in);
    while (length-- > 0) {
        if (buffer_byte(&d->in) < 0)
            return -1;
    }
    return length == -1 ? 0 : -1;
}

static void *device_thread(void *opaque)
{
    struct device *dev = opaque;
    while (decoder_message(&dev->decoder) == 0)
        dev->decoder.messages++;
    return NULL;
}

static int device_attach(struct device *dev, int listener)
{
    memset(dev, 0, sizeof *dev);
    dev->decoder.in.net = &dev->net;
    dev->net.sock = connect_to_loopback(listener);
    if (dev->net.sock < 0)
        return -1;
    if (pthread_create(&dev->thread, NULL, device_thread, (void *)dev) != 0) {
        close(dev->net.sock);
        return -1;
    }
    return 0;
}

static void device_detach(struct device *dev)
{
    close(dev->net.sock); // expect: close-without-wake
    pthread_join(dev->thread, NULL);
}

int main(void)
{
    int listener = listen_on_loopback();
    struct device dev;
    if (listener < 0 || device_attach(&dev, listener) < 0)
        return 1;

    wait_until_blocked();
    expect_hang();
    device_detach(&dev);
    close(listener);
    return teardown_ended();
}

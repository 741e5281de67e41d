# The programs of ./dev field: for each NAME what its build needs (needs_NAME, Debian 12's names) and how it is built,
# in its source directory, so that compile_commands.json stands there afterwards (build_NAME). Documentation and
# tests are left out where that is easy.

# All of it is used by name: needs_$1, build_$1.
# shellcheck disable=SC2034,SC2154

field_packages='curl dnsmasq haproxy libmicrohttpd lighttpd memcached mosquitto redis stunnel4 tinyproxy'

# recorded COMMAND...: a build whose compile commands are written down.
recorded() {
    bear -- "$@"
}

# Trees without a generated configure script get one.
with_configure() {
    [ -x configure ] || autoreconf -fi || return
    ./configure "$@" && recorded make -j "$jobs"
}

needs_curl='autoconf automake libbrotli-dev libidn2-dev libkrb5-dev libldap2-dev libnghttp2-dev libpsl-dev librtmp-dev
    libssh2-1-dev libssl-dev libtool libzstd-dev pkg-config zlib1g-dev'
build_curl() {
    with_configure --with-openssl --with-nghttp2 --with-libssh2 --with-gssapi --with-brotli --with-zstd \
        --with-librtmp --enable-ldap
}

needs_dnsmasq='gettext libdbus-1-dev libgmp-dev libidn2-dev liblua5.4-dev libnetfilter-conntrack-dev libnftables-dev
    nettle-dev pkg-config'
build_dnsmasq() {
    recorded make -j "$jobs" \
        COPTS='-DHAVE_DBUS -DHAVE_LIBIDN2 -DHAVE_NFTSET -DHAVE_CONNTRACK -DHAVE_DNSSEC -DHAVE_LUASCRIPT' all
}

needs_haproxy='liblua5.3-dev libpcre2-dev libssl-dev libsystemd-dev pkg-config'
build_haproxy() {
    recorded make -j "$jobs" TARGET=linux-glibc USE_OPENSSL=1 USE_LUA=1 USE_PCRE2=1 USE_SYSTEMD=1 USE_PROMEX=1 \
        LUA_LIB_NAME=lua5.3 LUA_INC=/usr/include/lua5.3
}

needs_libmicrohttpd='autoconf automake libgnutls28-dev libtool pkg-config texinfo'
build_libmicrohttpd() {
    with_configure --disable-doc
}

needs_lighttpd='autoconf automake libbrotli-dev libdbi-dev libdeflate-dev libgnutls28-dev libkrb5-dev libldap2-dev
    liblua5.4-dev libmariadb-dev libmbedtls-dev libpam0g-dev libpcre2-dev libpq-dev libsasl2-dev libsqlite3-dev
    libssl-dev libtool libxml2-dev libzstd-dev nettle-dev pkg-config zlib1g-dev'
build_lighttpd() {
    with_configure --with-brotli --with-dbi --with-gnutls --with-krb5 --with-ldap --with-libdeflate \
        --with-lua=lua5.4 --with-mbedtls --with-mysql --with-nettle --with-openssl --with-pam --with-pcre2 \
        --with-pgsql --with-sasl --with-webdav-locks --with-webdav-props --with-zstd
}

needs_memcached='autoconf automake libevent-dev libsasl2-dev libssl-dev'
build_memcached() {
    with_configure --enable-sasl --enable-tls
}

needs_mosquitto='cmake libcjson-dev libssl-dev libsystemd-dev libwebsockets-dev libwrap0-dev pkg-config uthash-dev'
build_mosquitto() {
    cmake -S . -B objects -DCMAKE_EXPORT_COMPILE_COMMANDS=ON -DDOCUMENTATION=OFF -DWITH_WEBSOCKETS=ON \
        -DWITH_SYSTEMD=ON -DUSE_LIBWRAP=ON && make -C objects -j "$jobs" && cp objects/compile_commands.json .
}

needs_redis='libssl-dev libsystemd-dev pkg-config'
build_redis() {
    recorded make -j "$jobs" V=1 MALLOC=libc BUILD_TLS=yes USE_SYSTEMD=yes
}

needs_stunnel4='autoconf automake libssl-dev libsystemd-dev libtool libwrap0-dev pkg-config'
build_stunnel4() {
    with_configure
}

needs_tinyproxy='autoconf automake'
build_tinyproxy() {
    with_configure
}

# What cpack makes: a Debian package where there are Debian's tools, and a tarball. In a build directory of type Release:
#
#     cpack -G DEB        closewait_0.1.0_amd64.deb; needs dpkg-dev and file
#     cpack -G TGZ        closewait-0.1.0-Linux.tar.gz: bin/, share/
#
# Included behind all installation rules. Reads LIBCLANG_MAJOR and the target libclang.

set(CPACK_PACKAGE_NAME closewait)
set(CPACK_PACKAGE_VENDOR "The closewait authors")
set(CPACK_PACKAGE_CONTACT "The closewait authors <closewait@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "finds the sockets that a C program only thinks it closed")
set(CPACK_PACKAGE_DESCRIPTION
	"A static checker for C. It reads a whole program with libclang, works out what each function does to
sockets and to the handles that wrap them, and reports each one that is lost, with the steps that lead there.")
set(CPACK_RESOURCE_FILE_LICENSE ${root}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_GENERATOR TGZ)

find_program(DPKG_SHLIBDEPS dpkg-shlibdeps)
find_program(FILE_PROGRAM file)
if(DPKG_SHLIBDEPS AND FILE_PROGRAM)
	list(APPEND CPACK_GENERATOR DEB)
endif()
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# --diff and --hook ask it.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS git)
# libclang does not work without its own headers (stddef.h and the like), which no dependency of a library says.
get_target_property(library libclang IMPORTED_LOCATION)
if(library MATCHES "^/usr/lib/llvm-${LIBCLANG_MAJOR}/")
	set(CPACK_DEBIAN_PACKAGE_DEPENDS libclang-common-${LIBCLANG_MAJOR}-dev)
endif()

include(CPack)

# Finds what closewait is built on: the targets libclang, jansson and yaml. A library that is missing ends the
# configuration with the name of its package.

# Sets result to the major version of the clang below prefix, or to "" when there is no libclang to build with.
function(libclang_major prefix library result)
	set(${result} "" PARENT_SCOPE)
	if(NOT EXISTS ${prefix}/include/clang-c/Index.h OR NOT library)
		return()
	endif()
	set(version ${prefix}/include/clang/Basic/Version.inc)
	if(EXISTS ${version})
		file(STRINGS ${version} line REGEX "define CLANG_VERSION_MAJOR ")
		if(line MATCHES "([0-9]+)")
			set(${result} ${CMAKE_MATCH_1} PARENT_SCOPE)
			return()
		endif()
	endif()
	# A package of the C headers alone: the prefix or the resource directory has the number.
	file(GLOB resources ${prefix}/lib/clang/[0-9]*)
	foreach(name ${prefix} ${resources})
		if(name MATCHES "[^0-9]([0-9]+)[^/]*$")
			set(${result} ${CMAKE_MATCH_1} PARENT_SCOPE)
			return()
		endif()
	endforeach()
endfunction()

# Creates the target libclang from the first directory of the arguments that holds a libclang of at least version 17.
function(find_libclang)
	set(refused "")
	foreach(prefix ${ARGN})
		unset(library)
		find_library(library NAMES clang libclang PATHS ${prefix}/lib ${prefix}/lib64
			PATH_SUFFIXES ${CMAKE_LIBRARY_ARCHITECTURE} NO_DEFAULT_PATH NO_CACHE)
		libclang_major(${prefix} "${library}" major)
		if(major STREQUAL "")
			continue()
		elseif(major LESS 17)
			list(APPEND refused "${major} in ${prefix}")
			continue()
		endif()
		message(STATUS "libclang ${major}: ${library}")
		add_library(libclang SHARED IMPORTED GLOBAL)
		set_target_properties(libclang PROPERTIES IMPORTED_LOCATION ${library}
			INTERFACE_INCLUDE_DIRECTORIES ${prefix}/include)
		set(LIBCLANG_MAJOR ${major} PARENT_SCOPE)
		set(CLOSEWAIT_LLVM_FOUND ${prefix} CACHE INTERNAL "where libclang was found the last time")
		return()
	endforeach()
	list(JOIN refused ", " refused)
	if(refused)
		set(refused " Too old: ${refused}.")
	endif()
	list(JOIN ARGN " " places)
	message(FATAL_ERROR "closewait needs libclang 17 or newer with its headers.${refused} "
		"Install libclang-19-dev (Debian, Ubuntu), clang-devel (Fedora) or llvm (Homebrew), "
		"or give -DCLOSEWAIT_LLVM_PREFIX=DIR. Looked in: ${places}")
endfunction()

if(CLOSEWAIT_LLVM_PREFIX)
	set(prefixes ${CLOSEWAIT_LLVM_PREFIX})
elseif(CLOSEWAIT_LLVM)
	set(n ${CLOSEWAIT_LLVM})
	set(prefixes /usr/lib/llvm-${n} /usr/lib64/llvm${n} /usr/lib/llvm${n} /usr/lib/llvm/${n}
		/opt/homebrew/opt/llvm@${n} /usr/local/opt/llvm@${n})
else()
	file(GLOB prefixes /usr/lib/llvm-* /usr/lib64/llvm[0-9]* /usr/lib/llvm[0-9]* /usr/lib/llvm/[0-9]*
		/opt/homebrew/opt/llvm* /usr/local/opt/llvm*)
	list(SORT prefixes COMPARE NATURAL ORDER DESCENDING)
	list(APPEND prefixes /usr /usr/local)
	# A newer one that was installed since is no reason to build anew, or to package what was built with another.
	list(PREPEND prefixes ${CLOSEWAIT_LLVM_FOUND})
endif()
find_libclang(${prefixes})

# Creates the imported target of a C library that needs no more than its header and itself.
function(find_plain_library target header library package)
	find_path(${target}_INCLUDE_DIR ${header})
	find_library(${target}_LIBRARY ${library})
	if(NOT ${target}_INCLUDE_DIR OR NOT ${target}_LIBRARY)
		message(FATAL_ERROR "closewait needs ${target}: install ${package}")
	endif()
	add_library(${target} UNKNOWN IMPORTED GLOBAL)
	set_target_properties(${target} PROPERTIES IMPORTED_LOCATION ${${target}_LIBRARY}
		INTERFACE_INCLUDE_DIRECTORIES ${${target}_INCLUDE_DIR})
endfunction()

find_plain_library(jansson jansson.h jansson libjansson-dev)
find_plain_library(yaml yaml.h yaml libyaml-dev)
find_path(XXHASH_INCLUDE_DIR xxhash.h)
if(NOT XXHASH_INCLUDE_DIR)
	message(FATAL_ERROR "closewait needs xxhash.h: install libxxhash-dev")
endif()

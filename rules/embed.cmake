# Puts the pages of the rules and the models into the program, so that it needs no files at run time.
#
# Included: defines embed_texts(), which creates the target `embedded` (rules/embedded.h is its header).
# Run as a script (cmake -P): writes the C file OUTPUT from the files that LIST names, one `page PATH` or
# `model PATH` a line.

if(CMAKE_SCRIPT_MODE_FILE)
	set(number 0)
	set(bytes "")
	foreach(kind page model)
		set(table_${kind} "")
		set(count_${kind} 0)
	endforeach()
	file(STRINGS ${LIST} lines)
	foreach(line ${lines})
		string(REGEX MATCH "^([a-z]+) (.*)$" line "${line}")
		set(kind ${CMAKE_MATCH_1})
		set(path ${CMAKE_MATCH_2})
		get_filename_component(name ${path} NAME_WLE)
		file(READ ${path} hex HEX)
		string(REGEX REPLACE "(................................)" "\\1\n" hex "${hex}")
		string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," hex "${hex}")
		string(APPEND bytes "/* ${name} */\nstatic const unsigned char bytes_${number}[] = {\n${hex}0};\n\n")
		string(APPEND table_${kind}
			"\t{\"${name}\", (const char *)bytes_${number}, sizeof bytes_${number} - 1},\n")
		math(EXPR number "${number} + 1")
		math(EXPR count_${kind} "${count_${kind}} + 1")
	endforeach()
	set(text "/* Made by rules/embed.cmake. */\n#include \"embedded.h\"\n\n${bytes}")
	foreach(kind page model)
		string(APPEND text "const struct embedded_file embedded_${kind}s[] = {\n${table_${kind}}\t{0},\n};\n"
			"const size_t embedded_${kind}_count = ${count_${kind}};\n\n")
	endforeach()
	file(WRITE ${OUTPUT} "${text}")
	return()
endif()

function(embed_texts)
	set(rules ${PROJECT_SOURCE_DIR}/rules)
	set(generated ${CMAKE_BINARY_DIR}/generated)
	file(GLOB pages CONFIGURE_DEPENDS ${rules}/[a-z]*.md)
	# What explains findings that are no rule's.
	list(APPEND pages ${PROJECT_SOURCE_DIR}/docs/unused-suppression.md)
	list(SORT pages COMPARE FILE_BASENAME)
	file(GLOB models CONFIGURE_DEPENDS ${rules}/models/*.model)
	set(list "")
	foreach(path ${pages})
		string(APPEND list "page ${path}\n")
	endforeach()
	foreach(path ${models})
		string(APPEND list "model ${path}\n")
	endforeach()
	file(CONFIGURE OUTPUT ${generated}/embedded.list CONTENT "${list}" @ONLY)
	configure_file(${rules}/embedded.h ${generated}/include/embedded.h COPYONLY)
	add_custom_command(OUTPUT ${generated}/embedded.c
		COMMAND ${CMAKE_COMMAND} -DLIST=${generated}/embedded.list -DOUTPUT=${generated}/embedded.c
			-P ${rules}/embed.cmake
		DEPENDS ${pages} ${models} ${generated}/embedded.list ${rules}/embed.cmake
		COMMENT "Embedding rule pages and models" VERBATIM)
	add_library(embedded STATIC ${generated}/embedded.c)
	target_include_directories(embedded PUBLIC ${generated}/include)
endfunction()

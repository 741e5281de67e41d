# Gives the program hashes of the sources that it is made from: what another build of it has stored counts only while
# that build would do the same. A version number alone would let every change between two releases meet old entries.
#
# Included: defines add_sources_id(), which creates the target `sources_id` (its header: sources_id.h).
# Run as a script (cmake -P): writes the header OUTPUT from the files that LIST names, `front PATH` for those that
# decide what a unit file is, `rest PATH` for the others.

if(CMAKE_SCRIPT_MODE_FILE)
	file(STRINGS ${LIST} lines)
	# No variable has the name of a kind: if() would take the word for it.
	foreach(line ${lines})
		string(REGEX MATCH "^([a-z]+) (.*)$" line "${line}")
		set(kind ${CMAKE_MATCH_1})
		file(SHA256 ${CMAKE_MATCH_2} hash)
		string(APPEND all_hashes ${hash})
		if(kind STREQUAL front)
			string(APPEND front_hashes ${hash})
		endif()
	endforeach()
	string(SHA256 front_id ${front_hashes})
	string(SHA256 all_id ${all_hashes})
	file(WRITE ${OUTPUT} "/* Made by checker/sources_id.cmake. */\n"
		"#define SOURCES_ID_FRONT \"${front_id}\"\n"
		"#define SOURCES_ID_ALL \"${all_id}\"\n")
	return()
endif()

function(add_sources_id)
	set(checker ${PROJECT_SOURCE_DIR}/checker)
	set(generated ${CMAKE_BINARY_DIR}/generated)
	set(list "")
	set(front "")
	foreach(floor base ir front)
		file(GLOB found CONFIGURE_DEPENDS ${checker}/${floor}/*.[ch] ${checker}/${floor}/*.def)
		list(APPEND front ${found})
	endforeach()
	list(APPEND front ${checker}/cli/lower.c)
	file(GLOB rest CONFIGURE_DEPENDS ${checker}/flow/*.[ch] ${checker}/flow/*.def ${checker}/link/*.[ch]
		${checker}/cli/*.[ch] ${PROJECT_SOURCE_DIR}/rules/*.[ch] ${PROJECT_SOURCE_DIR}/rules/*.def
		${PROJECT_SOURCE_DIR}/rules/models/*.model)
	foreach(path ${front})
		string(APPEND list "front ${path}\n")
	endforeach()
	foreach(path ${rest})
		string(APPEND list "rest ${path}\n")
	endforeach()
	file(CONFIGURE OUTPUT ${generated}/sources_id.list CONTENT "${list}" @ONLY)
	add_custom_command(OUTPUT ${generated}/include/sources_id.h
		COMMAND ${CMAKE_COMMAND} -DLIST=${generated}/sources_id.list
			-DOUTPUT=${generated}/include/sources_id.h -P ${checker}/sources_id.cmake
		DEPENDS ${front} ${rest} ${generated}/sources_id.list ${checker}/sources_id.cmake
		COMMENT "Hashing the sources" VERBATIM)
	add_custom_target(sources_id_header DEPENDS ${generated}/include/sources_id.h)
	add_library(sources_id INTERFACE)
	add_dependencies(sources_id sources_id_header)
	target_include_directories(sources_id INTERFACE ${generated}/include)
endfunction()

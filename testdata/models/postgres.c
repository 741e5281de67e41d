/* Calls or names every function of rules/models/postgres.model. It is compiled against the real
 * headers, so what is modelled exists, and has as many parameters as its model says. */
/* pkg-config: libpq */
#include <libpq-fe.h>

void use_PQconnectdb(const char *arg1) {
	(void)PQconnectdb(arg1);
}
void use_PQconnectdbParams(const char *const *arg1, const char *const *arg2, int arg3) {
	(void)PQconnectdbParams(arg1, arg2, arg3);
}
void use_PQsetdbLogin(const char *arg1, const char *arg2, const char *arg3, const char *arg4,
                      const char *arg5, const char *arg6, const char *arg7) {
	(void)PQsetdbLogin(arg1, arg2, arg3, arg4, arg5, arg6, arg7);
}
void use_PQconnectStart(const char *arg1) {
	(void)PQconnectStart(arg1);
}
void use_PQconnectStartParams(const char *const *arg1, const char *const *arg2, int arg3) {
	(void)PQconnectStartParams(arg1, arg2, arg3);
}
void use_PQfinish(PGconn *arg1) {
	PQfinish(arg1);
}
void use_PQsocket(const PGconn *arg1) {
	(void)PQsocket(arg1);
}
void use_PQexec(PGconn *arg1, const char *arg2) {
	(void)PQexec(arg1, arg2);
}
void use_PQexecParams(PGconn *arg1, const char *arg2, int arg3, const Oid *arg4,
                      const char *const *arg5, const int *arg6, const int *arg7, int arg8) {
	(void)PQexecParams(arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8);
}
void use_PQexecPrepared(PGconn *arg1, const char *arg2, int arg3, const char *const *arg4,
                        const int *arg5, const int *arg6, int arg7) {
	(void)PQexecPrepared(arg1, arg2, arg3, arg4, arg5, arg6, arg7);
}
void use_PQprepare(PGconn *arg1, const char *arg2, const char *arg3, int arg4, const Oid *arg5) {
	(void)PQprepare(arg1, arg2, arg3, arg4, arg5);
}
void use_PQgetResult(PGconn *arg1) {
	(void)PQgetResult(arg1);
}
void use_PQconsumeInput(PGconn *arg1) {
	(void)PQconsumeInput(arg1);
}
void use_PQflush(PGconn *arg1) {
	(void)PQflush(arg1);
}
void use_PQsetNoticeReceiver(PGconn *arg1, PQnoticeReceiver arg2, void *arg3) {
	(void)PQsetNoticeReceiver(arg1, arg2, arg3);
}
void use_PQsetNoticeProcessor(PGconn *arg1, PQnoticeProcessor arg2, void *arg3) {
	(void)PQsetNoticeProcessor(arg1, arg2, arg3);
}
const void *const postgres_nothing[] = {
	PQbackendPID, PQbinaryTuples, PQcancel, PQclear, PQclientEncoding, PQcmdStatus, PQcmdTuples,
	PQconndefaults, PQconnectPoll, PQconnectionNeedsPassword, PQconnectionUsedPassword, PQconninfo,
	PQconninfoFree, PQconninfoParse, PQdb, PQdescribePortal, PQdescribePrepared, PQdisplayTuples,
	PQdsplen, PQencryptPassword, PQencryptPasswordConn, PQendcopy, PQenterPipelineMode,
	PQenv2encoding, PQerrorMessage, PQescapeBytea, PQescapeByteaConn, PQescapeIdentifier,
	PQescapeLiteral, PQescapeString, PQescapeStringConn, PQexitPipelineMode, PQfformat, PQfmod,
	PQfn, PQfname, PQfnumber, PQfreeCancel, PQfreemem, PQfsize, PQftable, PQftablecol, PQftype,
	PQgetCancel, PQgetCopyData, PQgetgssctx, PQgetisnull, PQgetlength, PQgetline, PQgetlineAsync,
	PQgetssl, PQgetvalue, PQgssEncInUse, PQhost, PQhostaddr, PQinitOpenSSL, PQinitSSL, PQisBusy,
	PQisnonblocking, PQisthreadsafe, PQlibVersion, PQmblen, PQmblenBounded, PQnfields, PQnotifies,
	PQnparams, PQntuples, PQoidStatus, PQoidValue, PQoptions, PQparameterStatus, PQparamtype,
	PQpass, PQping, PQpingParams, PQpipelineStatus, PQpipelineSync, PQport, PQprotocolVersion,
	PQputCopyData, PQputCopyEnd, PQputline, PQputnbytes, PQregisterThreadLock, PQrequestCancel,
	PQresStatus, PQresultAlloc, PQresultErrorField, PQresultErrorMessage, PQresultMemorySize,
	PQresultStatus, PQresultVerboseErrorMessage, PQsendDescribePortal, PQsendDescribePrepared,
	PQsendFlushRequest, PQsendPrepare, PQsendQuery, PQsendQueryParams, PQsendQueryPrepared,
	PQserverVersion, PQsetClientEncoding, PQsetErrorContextVisibility, PQsetErrorVerbosity,
	PQsetResultAttrs, PQsetSingleRowMode, PQsetTraceFlags, PQsetnonblocking, PQsetvalue,
	PQsslAttribute, PQsslAttributeNames, PQsslInUse, PQsslStruct, PQstatus, PQtransactionStatus,
	PQtty, PQunescapeBytea, PQuser,
};

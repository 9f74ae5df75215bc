/**
 * Files on their way in: sent, looked through, and brought in beside the request, all or nothing, while their owner sees
 * how far it is and may stop it. What a file holds, and what becomes of it, the pages know that take it.
 */
package org.hindcast.web.files;

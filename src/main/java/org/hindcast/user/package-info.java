/**
 * People, their roles, and what roles allow.
 *
 * <p>A permission is {@code room.action}. Rooms bring their own by being there; roles carry permissions, which
 * administrators edit while the product runs; nothing in the code asks for a role by name but {@code Admin}, which may
 * do everything, and {@code Member}, which everybody has who registers. What a person may do is read at each request,
 * so that a change holds from the next one on.
 *
 * <p>Somebody must always be able to let others in: an empty registry gets an administrator, and the last one can't be
 * removed, disabled or demoted. A person who owns records can't be deleted; they are deactivated instead, and what they
 * did keeps its name.
 *
 * <p>This is the first room. It knows no project, dataset or model: those point here, and are asked for from their own
 * rooms.
 */
package org.hindcast.user;

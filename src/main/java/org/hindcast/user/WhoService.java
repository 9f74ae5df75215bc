package org.hindcast.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.hindcast.persistence.Glance;

/** Who somebody is at this moment; asked at every request, so that what they may do holds from the next one on. */
@ApplicationScoped
public class WhoService {

    /** Of somebody {@code u}, with {@link #ROLES}: what {@link Who#of} reads. */
    static final String WHO = """
            u.id, u.username, u.email, u.full_name, u.language, u.time_zone, u.active, u.session_epoch,
            coalesce(string_agg(distinct translate(r.name, chr(31), ' '), chr(31)), ''),
            coalesce(string_agg(distinct p.permission, chr(31)), '')
            """;

    static final String ROLES = """

            left join user_roles ur on ur.user_id = u.id
            left join roles r on r.id = ur.role_id
            left join role_permissions p on p.role_id = r.id
            """;

    private static final String NUMBERED = "select " + WHO + " from users u " + ROLES + " where u.id = ? group by u.id";

    @Inject
    private Glance glance;

    /** The person as they are now, by one statement; empty when there is none of that number. */
    public Optional<Who> numbered(Integer id) {
        return glance.row(NUMBERED, id).map(row -> Who.of(row, 0));
    }
}

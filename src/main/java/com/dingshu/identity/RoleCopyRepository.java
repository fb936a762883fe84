package com.dingshu.identity;

import com.dingshu.tenancy.TenantKey;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface RoleCopyRepository extends JpaRepository<RoleCopy, TenantKey> {

    List<RoleCopy> findAllByOrderByNameAsc();

    Optional<RoleCopy> findByRoleId(String roleId);

    Optional<RoleCopy> findByName(String name);
}

package org.coesite.process;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;

/** Who may use the engine over the network: people with passwords, and what workers may do. */
public final class EngineAccounts {

  private final IdentityService identities;
  private final AuthorizationService authorizations;

  EngineAccounts(ProcessEngine engine) {
    this.identities = engine.getIdentityService();
    this.authorizations = engine.getAuthorizationService();
  }

  /** Whether anybody is an administrator. */
  public boolean hasAdministrator() {
    return identities.createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).count() > 0;
  }

  /** Whether somebody is an administrator. */
  public boolean isAdministrator(String name) {
    return identities.createUserQuery().userId(name).memberOfGroup(Groups.CAMUNDA_ADMIN).count()
        > 0;
  }

  /**
   * Gives a person this password and the rights of an administrator; makes the account if need be.
   */
  public void makeAdministrator(String name, String password) {
    @Nullable User known = identities.createUserQuery().userId(name).singleResult();
    User user = known == null ? identities.newUser(name) : known;
    user.setPassword(password);
    if (known == null) {
      user.setFirstName("Coesite");
      user.setLastName("Administrator");
    }
    identities.saveUser(user);
    identities.unlockUser(name);
    grantEverythingToAdministrators();
    if (!isAdministrator(name)) {
      identities.createMembership(name, Groups.CAMUNDA_ADMIN);
    }
  }

  private void grantEverythingToAdministrators() {
    if (identities.createGroupQuery().groupId(Groups.CAMUNDA_ADMIN).count() == 0) {
      Group administrators = identities.newGroup(Groups.CAMUNDA_ADMIN);
      administrators.setName("Administrators");
      administrators.setType(Groups.GROUP_TYPE_SYSTEM);
      identities.saveGroup(administrators);
    }
    for (Resource resource : Resources.values()) {
      if (authorizations
              .createAuthorizationQuery()
              .groupIdIn(Groups.CAMUNDA_ADMIN)
              .resourceType(resource)
              .count()
          == 0) {
        Authorization grant = grant(resource, Permissions.ALL);
        grant.setGroupId(Groups.CAMUNDA_ADMIN);
        authorizations.saveAuthorization(grant);
      }
    }
  }

  /** Lets a user who is no person fetch and complete external tasks of every process. */
  public void letWork(String name) {
    if (authorizations.createAuthorizationQuery().userIdIn(name).count() == 0) {
      Authorization grant =
          grant(
              Resources.PROCESS_DEFINITION,
              Permissions.READ,
              Permissions.READ_INSTANCE,
              Permissions.UPDATE_INSTANCE);
      grant.setUserId(name);
      authorizations.saveAuthorization(grant);
    }
  }

  private Authorization grant(Resource resource, Permission... permissions) {
    Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    grant.setResource(resource);
    grant.setResourceId(Authorization.ANY);
    grant.setPermissions(permissions);
    return grant;
  }

  /** Whether this is the password of a person; the engine keeps its salted hash only. */
  public boolean isPassword(String name, String password) {
    return identities.checkPassword(name, password);
  }
}

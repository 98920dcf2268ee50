package org.coesite.web.optimade;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The part of the server that speaks OPTIMADE. */
@Configuration(proxyBeanMethods = false)
@Import(OptimadeController.class)
public class OptimadeConfiguration {}

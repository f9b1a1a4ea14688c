package com.example.orderflow.wiringcheck.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KustomizationTest {
  @TempDir Path folder;

  @BeforeEach
  void aBaseWithOneDeployment() {
    write(
        "base/deployment.yaml",
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: shop
        spec:
          replicas: 1
          template:
            spec:
              containers:
                - name: shop
                  image: dev.local/shop:1.0.0
                  env:
                    - name: A
                      value: a
        """);
    write("base/kustomization.yaml", "resources: [deployment.yaml]\nnamespace: shop\n");
  }

  @Test
  void anOverlayTakesItsBaseInTheNamespaceThatThatSets() {
    Resource shop = build("resources: [../base]");

    assertThat(shop.namespace()).contains("shop");
  }

  @Test
  void aPatchIsLaidOverTheObjectOfItsNameAndKeepsItsPlace() {
    write(
        "overlay/more.yaml",
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: shop
        spec:
          replicas: 3
          template:
            spec:
              containers:
                - name: shop
                  env:
                    - name: B
                      value: b
        """);

    Resource shop = build("resources: [../base]\npatches: [{path: more.yaml}]");

    assertThat(shop.node().text("spec", "replicas")).contains("3");
    assertThat(shop.node().at("spec", "replicas").orElseThrow().place())
        .isEqualTo(new Place(folder.resolve("overlay/more.yaml").toString(), 6));
    assertThat(container(shop).items("env"))
        .extracting(env -> env.text("name").orElse(""))
        .containsExactly("A", "B");
    assertThat(container(shop).text("image")).contains("dev.local/shop:1.0.0");
  }

  @Test
  void operationsChangeTheirTarget() {
    Resource shop =
        build(
            """
            resources: [../base]
            patches:
              - target: {kind: Deployment, name: sh.*}
                patch: |
                  - {op: add, path: /spec/template/spec/containers/0/env/-, value: {name: B, value: b}}
                  - {op: replace, path: /spec/replicas, value: 5}
                  - {op: remove, path: /spec/template/spec/containers/0/image}
            """);

    assertThat(shop.node().text("spec", "replicas")).contains("5");
    assertThat(container(shop).items("env")).hasSize(2);
    assertThat(container(shop).at("image")).isEmpty();
  }

  @Test
  void aDeletedObjectIsGone() {
    write(
        "overlay/kustomization.yaml",
        """
        resources: [../base]
        patches:
          - target: {group: apps}
            patch: |
              $patch: delete
              apiVersion: v1
              kind: Any
              metadata: {name: any}
        """);

    assertThat(read().resources()).isEmpty();
  }

  @Test
  void nullTakesAFieldAway() {
    Resource shop =
        build(
            """
            resources: [../base]
            patches:
              - patch: |
                  apiVersion: apps/v1
                  kind: Deployment
                  metadata: {name: shop}
                  spec: {replicas: null}
            """);

    assertThat(shop.node().at("spec", "replicas")).isEmpty();
  }

  @Test
  void aComponentChangesWhatItIsPartOf() {
    write(
        "many/kustomization.yaml",
        """
        kind: Component
        patches:
          - patch: |
              apiVersion: apps/v1
              kind: Deployment
              metadata: {name: shop}
              spec: {replicas: 9}
        """);

    Resource shop = build("resources: [../base]\ncomponents: [../many]");

    assertThat(shop.node().text("spec", "replicas")).contains("9");
  }

  @Test
  void labelsAndImagesAreSet() {
    Resource shop =
        build(
            """
            resources: [../base]
            labels: [{pairs: {team: checkout}}]
            images: [{name: dev.local/shop, newName: registry.example.com/shop, newTag: 2.0.0}]
            """);

    assertThat(shop.node().text("metadata", "labels", "team")).contains("checkout");
    assertThat(container(shop).text("image")).contains("registry.example.com/shop:2.0.0");
  }

  @Test
  void aPatchWithoutATargetIsAMistake() {
    assertThatThrownBy(
            () ->
                build(
                    """
                    resources: [../base]
                    patches:
                      - target: {name: shoop}
                        patch: |
                          - {op: remove, path: /spec}
                    """))
        .isInstanceOf(ManifestException.class)
        .hasMessageContaining("kustomization.yaml:5: the patch changes nothing");
  }

  @Test
  void aFieldThatIsNotInterpretedIsRefusedWithTheWayAroundIt() {
    assertThatThrownBy(() -> build("resources: [../base]\nnamePrefix: my-"))
        .hasMessageContaining("[namePrefix] is not interpreted here")
        .hasMessageContaining("kubectl kustomize " + folder.resolve("overlay"));
  }

  @Test
  void aFileThatIsMissingIsNamedByTheLineThatNamesIt() {
    assertThatThrownBy(() -> build("resources:\n  - nowhere.yaml"))
        .hasMessageContaining("kustomization.yaml:2: ")
        .hasMessageContaining("nowhere.yaml does not exist");
  }

  private Resource build(String overlay) {
    write("overlay/kustomization.yaml", overlay);
    return read().resources().getFirst();
  }

  private Manifests read() {
    return ManifestSource.read(folder.resolve("overlay"), List.of());
  }

  private static Node container(Resource shop) {
    return shop.node().at("spec", "template", "spec", "containers", "0").orElseThrow();
  }

  private void write(String file, String text) {
    try {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

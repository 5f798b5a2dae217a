import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The slowest folders first, so that short files fill every worker to the end. */
const ORDER = ["long", "endurance", "scenario", "integration", "contract", "property", "unit"];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) =>
      ORDER.findIndex((folder) => moduleId.includes(`/test/${folder}/`));
    // Within a folder as usual: what took long the last time, or else large files.
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

using Weft.Tool.Commands;

namespace Weft.Tool.Tests;

/// <summary>What builds may say, as the doctor reads it: the compiler's log, and what the weaver tells.</summary>
internal static class DoctorReports
{
    private const string Log = """
        {
          "version": "2.1.0",
          "runs": [
            {
              "results": [
                { "ruleId": "CS0168", "level": "warning", "message": { "text": "unused" } },
                {
                  "ruleId": "WEFT302", "level": "warning", "message": { "text": "'SortedSet.GetViewBetween' is not woven" },
                  "locations": [{ "physicalLocation": { "artifactLocation": { "uri": "file:///src/Shop/Report.cs" }, "region": { "startLine": 14, "startColumn": 31 } } }],
                  "properties": { "customProperties": { "Required": "true" } }
                },
                {
                  "ruleId": "WEFT302", "level": "note", "message": { "text": "'ImmutableList.Add' is not woven" }, "suppressions": [{ "kind": "inSource" }],
                  "locations": [{ "physicalLocation": { "artifactLocation": { "uri": "file:///src/Shop/Report.cs" }, "region": { "startLine": 40, "startColumn": 9 } } }]
                },
                {
                  "ruleId": "WEFT401", "level": "note", "message": { "text": "suppressed" }, "suppressions": [{ "kind": "inSource" }],
                  "locations": [{ "physicalLocation": { "artifactLocation": { "uri": "file:///src/Shop/Report.cs" }, "region": { "startLine": 2, "startColumn": 1 } } }]
                }
              ]
            }
          ]
        }
        """;

    private const string NothingFound = """{ "runs": [{ "results": [] }] }""";

    private const string Output = """
          Fody/Weft: /src/Shop/Report.cs(14,31): the flow ends at GetViewBetween: SortedSet.GetViewBetween of System.Collections is not woven. Answers about what comes out of it say incomplete and name this place.
          Fody/Weft: /src/Shop/Report.cs(19,20): the flow may end at this yield of Report.Totals: what it yields may be made of records that were read earlier. Answers that cannot name them say incomplete and name this place.
          Fody/Weft: /src/Shop/Report.cs(40,9): under [LineageRequired] the flow ends at Add: ImmutableList.Add of System.Collections.Immutable is not woven. Answers about what comes out of it say incomplete and name this place.
          /src/Shop/Report.cs(30,5): warning : Fody/Weft: System.Int32 Shop.Odd::Count() is not woven and runs as the compiler wrote it: a tail call cannot be woven. [Weft.NotWoven] on the method silences this.
          Fody/Weft: 12 methods, 31 sites, 4 outputs, 1 flow ends (Record)
        """;

    internal static DoctorReport Losing { get; } = DoctorReport.Read(Log, Output);

    /// <summary>Code that must keep lineage and loses it at a place of which no rule speaks.</summary>
    internal static DoctorReport Filling { get; } = DoctorReport.Read(NothingFound, """
          Fody/Weft: /src/Shop/Report.cs(8,9): under [LineageRequired] the flow may end at LinkedList.AddLast: nobody follows which record it puts into the collection. Answers about what is read from it say incomplete and name this place.
          /src/Shop/Report.cs(9,9,9,9): warning : Fody/Weft: the flow may end at SortedSet.Add: nobody follows which record it puts into the collection. Answers about what is read from it say incomplete and name this place.
          Fody/Weft: 1 method, 2 sites, 0 outputs, 0 flows end (Record)
        """);

    internal static DoctorReport Clean { get; } = DoctorReport.Read(NothingFound, "  Fody/Weft: 1 method, 1 site, 0 outputs, 0 flows end (Record)\n");

    internal static DoctorReport Unwoven { get; } = DoctorReport.Read(NothingFound, "");

    /// <summary>Projects of each form: built for one framework, for several that say the same, for several that do not.</summary>
    internal static DoctorExamination[] Examinations { get; } =
    [
        new("/src/Shop/Shop.csproj", [(null, Losing)]),
        new("/src/Shop/Shop.csproj", [("net10.0", Clean), ("net11.0", Clean)]),
        new("/src/Shop/Shop.csproj", [("net10.0", Losing), ("net11.0", Unwoven)]),
        new("/src/Shop/Shop.csproj", [(null, Filling)]),
    ];
}

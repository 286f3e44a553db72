using Weft.Store.Retention;
using static Weft.Store.Printing.TextPart;

namespace Weft.Tool.Rendering;

/// <summary>Prints what became of runs that were to be removed.</summary>
internal static class RemovalText
{
    internal static void Print(ToolEnvironment environment, IReadOnlyList<Removal> removals, int runCount, bool isDry)
    {
        var page = new TextPage(environment.IsDecorated, TextPage.Unbounded);
        foreach (Removal removal in removals)
        {
            string what = removal.IsRemoved ? isDry ? "would remove" : "removed" : removal.Outcome == RemovalOutcome.InUse ? "not touched" : "not removed";
            page.AddLine((removal.IsRemoved ? Text : Warning, what), (Text, " "), (Heading, removal.Run.Name), (Note, removal.Remark is { } remark ? $": {remark}" : $", {Figures.Bytes(removal.Bytes)}"));
        }
        int removed = removals.Count(removal => removal.IsRemoved);
        string verb = isDry ? "would be removed" : "removed";
        page.AddLine((Count, Figures.Count(removed, "run")), (Text, $" {verb}, {Figures.Bytes(removals.Sum(removal => removal.Bytes))}; {Figures.Count(runCount - removed)} kept"));
        environment.Out.Write(page.ToString());
    }
}

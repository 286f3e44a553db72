using System.Globalization;
using Weft.Store.Catalogue;
using Weft.Store.Runs;

namespace Weft.Store.Addresses;

/// <summary>One record of an output.</summary>
/// <param name="Output">The output.</param>
/// <param name="Occurrence">Which time it was made.</param>
/// <param name="Index">The record's 0-based index; -1 when the collection as a whole is meant.</param>
internal sealed record OutputRecord(OutputEntry Output, OutputOccurrence Occurrence, int Index)
{
    /// <summary>What a person would call it.</summary>
    internal string Label => Index < 0 ? Output.LabelOf(Occurrence) : Output.LabelOf(Occurrence, Index);

    /// <summary>Finds the record that a text names. Throws <see cref="AskException"/> that says what there is instead.</summary>
    internal static OutputRecord Find(OpenRun run, string text) => Find(run, text, isAnyMeant: false);

    /// <summary>As <see cref="Find(OpenRun, string)"/>, of a collection any record where the text does not say which.</summary>
    internal static OutputRecord FindAny(OpenRun run, string text) => Find(run, text, isAnyMeant: true);

    private static OutputRecord Find(OpenRun run, string text, bool isAnyMeant)
    {
        foreach (RecordAddress address in RecordAddress.Readings(text))
        {
            OutputEntry[] named = [.. Named(run, address)];
            if (named.Length == 0) continue;

            // A name given in code is meant for asking, and the same collection often has a variable of that name.
            OutputEntry[] meant = named.Length > 1 && address.Place is null ? [.. named.Where(output => output.IsNamedInCode)] : [];
            return In(run, meant.Length == 1 ? meant[0] : OnlyOne(named, address), address, isAnyMeant);
        }
        throw NotFound(run, text);
    }

    private static IEnumerable<OutputEntry> Named(OpenRun run, RecordAddress address) =>
        address.Line is null ? run.Catalogue.Outputs.Where(output => output.Name == address.Name && IsAt(output, address.Place)) : [];

    private static bool IsAt(OutputEntry output, string? place) =>
        place is null || (output.Site is { } site && (site.Place == place || FormattableString.Invariant($"{site.Place}:{site.Column}") == place));

    private static OutputEntry OnlyOne(OutputEntry[] named, RecordAddress address)
    {
        if (named.Length == 1) return named[0];
        string rest = address.Index is { } index ? $"[{index}]" : "";
        bool byColumn = named.DistinctBy(output => output.QualifiedName).Count() < named.Length;
        string candidates = string.Join('\n', named.Select(output =>
            "  " + output.QualifiedName + (byColumn && output.Site is { } site ? string.Create(CultureInfo.InvariantCulture, $":{site.Column}") : "") + rest));
        throw new AskException(AskFault.Question, $"'{address.Name}' is the name of {named.Length} outputs. Say which:\n{candidates}");
    }

    private static OutputRecord In(OpenRun run, OutputEntry output, RecordAddress address, bool isAnyMeant)
    {
        OutputOccurrence occurrence = OccurrenceOf(run, output, address.Occurrence);
        string name = output.LabelOf(occurrence);
        if (address.Index is null && isAnyMeant) return new OutputRecord(output, occurrence, -1);
        if (address.Index is null && occurrence.Count > 1)
            throw new AskException(AskFault.Question, $"{name} has {occurrence.Count} records. Say which, the first is {name}[0].");
        long index = address.Index ?? 0;
        if (index < occurrence.Count) return new OutputRecord(output, occurrence, (int)index);
        throw new AskException(AskFault.NotFound, occurrence.Count == 0
            ? $"{name} has no records."
            : $"{name} has no record {index}: it has {(occurrence.Count == 1 ? $"1 record, {name}[0]" : $"{occurrence.Count} records, {name}[0] to {name}[{occurrence.Count - 1}]")}.");
    }

    private static OutputOccurrence OccurrenceOf(OpenRun run, OutputEntry output, long? number)
    {
        if (number is null) return output.Kept[0];
        if (output.Kept.FirstOrDefault(occurrence => occurrence.Number == number) is { } found) return found;
        throw new AskException(AskFault.NotFound, WhyNoOccurrence(run, output, number.Value));
    }

    private static string WhyNoOccurrence(OpenRun run, OutputEntry output, long number)
    {
        if (number > 0 && number <= output.Occurrences)
        {
            return run.Recording.DescribeDamage() is { } damage
                ? $"{output.Name}#{number} is not there, of {output.HowOften} occurrences the recording holds {output.Kept.Count}: {damage}"
                : $"{output.Name}#{number} was not kept: of {output.HowOften} occurrences the recording holds {output.Kept.Count} (WEFT_OUTPUTS_PER_SITE sets how many).";
        }
        if (output.IsAtLeast) return $"{output.Name} has no occurrence {number} in the recording, which has no end: the last one that it tells of is {output.Name}#{output.Occurrences}.";
        return output.Occurrences == 1
            ? $"{output.Name} has no occurrence {number}: it was made once."
            : $"{output.Name} has no occurrence {number}: it was made {output.HowOften} times, {output.Name}#1 to {output.Name}#{output.Occurrences}.";
    }

    private static AskException NotFound(OpenRun run, string text)
    {
        IReadOnlyList<OutputEntry> outputs = run.Catalogue.Outputs;
        string elsewhere = OtherRun(run, text) is { } other ? $"\nrun {other.Name} has one: ask it with --run {other.Name}" : "";
        if (outputs.Count == 0) return new AskException(AskFault.NotFound, $"run {run.Info.Name} has no outputs: {WhyNone(run)}{elsewhere}");
        string doubt = run.Recording.DescribeDamage() is { } damage ? $"\n{damage}" : "";
        string name = RecordAddress.Readings(text).Last().Name;
        IReadOnlyList<string> nearest = NearestNames.To(name, outputs.Select(output => output.Name));
        return new AskException(AskFault.NotFound, nearest.Count > 0
            ? $"no output '{name}' in run {run.Info.Name}. Did you mean {string.Join(" or ", nearest)}?{doubt}{elsewhere}"
            : $"no output '{name}' in run {run.Info.Name}. Its outputs are:\n{Lines.Of([.. outputs.Select(output => output.Name).Distinct()])}\n{NamesHint}{doubt}{elsewhere}");
    }

    // Services that work together mostly record into one folder, and the newest run is any of theirs.
    private static RunInfo? OtherRun(OpenRun run, string text)
    {
        if (Path.GetDirectoryName(run.Info.Directory) is not { } folder) return null;
        return RunsFolder.Open(folder, environment: null, folder).Runs().Where(other => other.Name != run.Info.Name && other.State != RunState.Unreadable).Take(MostOtherRuns).FirstOrDefault(Has);

        bool Has(RunInfo info)
        {
            try
            {
                using OpenRun other = OpenRun.Open(info);
                return RecordAddress.Readings(text).Any(address => Named(other, address).Any());
            }
            catch (AskException unreadable) when (unreadable.Fault == AskFault.Unreadable)
            {
                return false; // nobody has asked about it
            }
        }
    }

    // How many of the newest are looked at.
    private const int MostOtherRuns = 20;

    // An optimising compiler keeps no local that is used once.
    private const string NamesHint = "A local gives an output its name in a Debug build; Lineage.Output names one in any build.";

    private static string WhyNone(OpenRun run)
    {
        if (run.Recording.DescribeDamage() is { } damage) return damage;
        if (run.Catalogue.UnkeptOutputs == 0) return "the program kept no result of a woven operator, or ended before it had one.";
        return run.Recording.Dropped > 0
            ? "they were dropped because the writer could not keep up (WEFT_BACKPRESSURE=drop)."
            : "WEFT_OUTPUTS_PER_SITE was 0 when the program ran, so that none was kept.";
    }
}

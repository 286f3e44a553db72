using System.Globalization;
using System.Runtime.CompilerServices;
using Weft.Capture;
using Weft.Flows;

namespace Weft;

/// <summary>Asks where records come from, in the process that records them.</summary>
public static partial class Lineage
{
    private const string SwitchedOff = "lineage is not recorded: the environment variable WEFT switches recording off";

    /// <summary>Whether woven code of this process records. False when the environment variable <c>WEFT</c> is <c>0</c>.</summary>
    public static bool IsRecording => RecordingSwitch.IsOn;

    /// <summary>The folder of this run's recording; null while nothing has been written.</summary>
    public static string? RunDirectory => Recorder.RunDirectory;

    /// <summary>A record of a collection that a woven operator made.</summary>
    /// <typeparam name="T">The type of the records.</typeparam>
    /// <param name="collection">A materialised collection: a list, array, dictionary, set, lookup or group.</param>
    /// <param name="index">The 0-based position of the record in it.</param>
    /// <param name="name">What to call the collection in the answer; the compiler fills in the expression.</param>
    /// <exception cref="ArgumentNullException"><paramref name="collection"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is negative, or not below the number of records.</exception>
    /// <remarks>Cheap: nothing is read before <see cref="LineageRecord.Why"/>. A collection that carries no lineage gives a record that says so.</remarks>
    public static LineageRecord Of<T>(IEnumerable<T> collection, int index, [CallerArgumentExpression(nameof(collection))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(collection);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        string label = string.Create(CultureInfo.InvariantCulture, $"{name ?? "collection"}[{index}]");
        if (!RecordingSwitch.IsOn) return new LineageRecord(label, SwitchedOff);
        if (!collection.TryGetNonEnumeratedCount(out int count))
            return new LineageRecord(label, $"{label} belongs to a sequence that is made anew at each enumeration; ask about a collection, for example its ToList()");
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, count);

        SpanColumn? column = Origin.ColumnOf(collection, count, site: 0, out bool isCut);
        if (column is not null) return new LineageRecord(label, new SpanId(column[index]), column.Step);
        return new LineageRecord(label, isCut
            ? $"{label} passed through code that Weft does not understand"
            : $"lineage of {label} is not recorded: no woven operator made this collection");
    }

    /// <summary>Records a collection as an output, so that it can be asked about by name after the run.</summary>
    /// <typeparam name="T">The type of the records.</typeparam>
    /// <param name="name">The output's name, for example <c>report</c>.</param>
    /// <param name="collection">A materialised collection that a woven operator made; others are ignored.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <remarks>Does nothing when recording is switched off.</remarks>
    public static void Output<T>(string name, IEnumerable<T> collection)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(collection);
        if (!RecordingSwitch.IsOn || !collection.TryGetNonEnumeratedCount(out int count)) return;
        if (Origin.ColumnOf(collection, count, site: 0, out _) is { } column) Recorder.Output(name, site: 0, column);
    }

    /// <summary>Waits until everything recorded so far is in the files of <see cref="RunDirectory"/>.</summary>
    public static void Flush() => Recorder.Flush();
}

using Weft.Segments;

namespace Weft.Answers;

/// <summary>A recording that takes part in an answer.</summary>
internal sealed class AskedRecording
{
    internal AskedRecording(RunRecording recording, bool isFirst, Func<ulong, bool> isHeld)
    {
        Recording = recording;
        IsFirst = isFirst;
        Places = new Places(recording);
        Groups = new GroupMembers(recording, Places);
        Walk = new AncestorWalk(recording, Places, Groups, isHeld);
    }

    internal RunRecording Recording { get; }

    /// <summary>Whether it is the one with the record asked about.</summary>
    internal bool IsFirst { get; }

    internal Places Places { get; }

    internal GroupMembers Groups { get; }

    internal AncestorWalk Walk { get; }
}

/// <summary>The recording that an answer starts from, and those of other processes that it comes to.</summary>
// Design: what was received names a process and spans of it. The walks of all processes take turns until none hands anything over; each visits a
// span once, so that messages in a circle end.
internal sealed class AskedRecordings
{
    private readonly Dictionary<ulong, AskedRecording?> _byProcess = [];
    private readonly List<AskedRecording> _walked = [];
    private readonly Func<ulong, RunRecording?> _find;

    /// <param name="first">The recording with the record asked about.</param>
    /// <param name="find">Gives the recording of another process by its random id, or null where there is none.</param>
    internal AskedRecordings(RunRecording first, Func<ulong, RunRecording?>? find)
    {
        _find = find ?? (static _ => null);
        First = new AskedRecording(first, isFirst: true, IsHeld);
        _byProcess.Add(first.ProcessId, First);
    }

    internal AskedRecording First { get; }

    /// <summary>The recordings that the answer came to, that of the record asked about first.</summary>
    internal IReadOnlyList<AskedRecording> Walked => _walked;

    /// <summary>The recording of a process, or null.</summary>
    internal AskedRecording? Of(ulong process)
    {
        if (_byProcess.TryGetValue(process, out AskedRecording? known)) return known;
        AskedRecording? found = _find(process) is { } recording ? new AskedRecording(recording, isFirst: false, IsHeld) : null;
        _byProcess.Add(process, found);
        return found;
    }

    /// <summary>Walks from a span of the first recording, whose record came on by a step, to its last ancestor in any.</summary>
    internal void Walk(ulong span, int step = 0)
    {
        First.Walk.Pass(step);
        var open = new Queue<(ulong Process, ulong First, ulong Count)>([(First.Recording.ProcessId, span, 1)]);
        while (open.TryDequeue(out (ulong Process, ulong First, ulong Count) spans))
        {
            AskedRecording asked = Of(spans.Process)!;
            if (!_walked.Contains(asked)) _walked.Add(asked);
            asked.Walk.Run(spans.First, spans.Count);
            while (asked.Walk.HandedOver.TryDequeue(out (ulong Process, ulong First, ulong Count) over)) open.Enqueue(over);
        }
        foreach (AskedRecording asked in _walked) asked.Walk.Finish();
    }

    /// <summary>Why the answer is not exact, what may be missing first; of other processes than the first with the process in front.</summary>
    internal IReadOnlyList<string> Reasons =>
    [
        .. _walked.SelectMany(asked => asked.Walk.Incomplete.Select(reason => ReasonOf(asked, reason))),
        .. _walked.SelectMany(asked => asked.Walk.Coarse.Select(reason => ReasonOf(asked, reason))),
    ];

    /// <summary>The messages on the way that their receiver got more than once.</summary>
    internal IReadOnlyList<string> Repeated =>
    [
        .. from asked in _walked
           let times = asked.Recording.Received.ToLookup(MessageOf)
           from message in asked.Walk.Messages.Select(MessageOf).Distinct()
           let count = times[message].GroupBy(range => (range.Kind, range.Count, range.Site)).Max(reads => reads.Count()) // one message may be read as a whole, and record by record
           where count > 1
           select $"{NameOf(asked.Recording)} received {LineageSource.NameOfProcess(message.Process)}'s span #{message.From} {count} times: it was sent again, or the request was retried",
    ];

    internal LineageVerdict Verdict =>
        _walked.Exists(asked => asked.Walk.Incomplete.Count > 0) ? LineageVerdict.Incomplete
        : _walked.Exists(asked => asked.Walk.Coarse.Count > 0) ? LineageVerdict.Coarse
        : LineageVerdict.Exact;

    private bool IsHeld(ulong process) => Of(process) is not null;

    private static string ReasonOf(AskedRecording asked, string reason) => asked.IsFirst ? reason : $"{NameOf(asked.Recording)}: {reason}";

    // Sent again it has another event, and is about the same records.
    private static (ulong Process, ulong From, ulong FromCount) MessageOf(ReceivedRange range) => (range.Process, range.From, range.FromCount);

    /// <summary>What a person would call a recorded process.</summary>
    internal static string NameOf(RunRecording recording) =>
        (recording.Process is { } process ? process.Entry + ", " : "") + LineageSource.NameOfProcess(recording.ProcessId);
}

using Weft.Answers;
using Weft.Capture;
using Weft.Segments;

namespace Weft.Tests.Dataflow;

/// <summary>Reads from the recording of this process which roots a span follows from.</summary>
internal sealed class RecordedMessages : IDisposable
{
    private readonly RunRecording _recording;
    private readonly Places _places;

    private RecordedMessages(RunRecording recording)
    {
        _recording = recording;
        _places = new Places(recording);
    }

    internal static RecordedMessages Open()
    {
        Recorder.Flush();
        return new RecordedMessages(RunRecording.Open(Recorder.RunDirectory!));
    }

    /// <summary>A record that is the input with an index, as a loop would be at.</summary>
    internal static LoopRecord Input(int site, long index) => new(Recorder.RootRange(Sources.Untraced(site, typeof(int), typeof(int[])), index, 1), 0);

    /// <summary>The indexes of the roots that a span follows from, and how exactly that is known.</summary>
    internal (SortedSet<long> Inputs, LineageVerdict Verdict, string Reasons) Inputs(ulong span)
    {
        if (span == 0) return ([], LineageVerdict.Incomplete, "no span");
        var walk = new AncestorWalk(_recording, _places, new GroupMembers(_recording, _places), isHeld: static _ => false);
        walk.Run(span, 1);
        walk.Finish();
        var inputs = new SortedSet<long>();
        foreach (RootRange range in walk.Roots())
        {
            if (range.Source.Kind != LineageSourceKind.Collection) continue; // of the sequences that delegates give
            for (long i = 0; i < range.Count; i++) inputs.Add(range.FirstIndex + i);
        }
        LineageVerdict verdict = walk.Incomplete.Count > 0 ? LineageVerdict.Incomplete : walk.Coarse.Count > 0 ? LineageVerdict.Coarse : LineageVerdict.Exact;
        return (inputs, verdict, string.Join("; ", [.. walk.Incomplete, .. walk.Coarse]));
    }

    public void Dispose() => _recording.Dispose();
}

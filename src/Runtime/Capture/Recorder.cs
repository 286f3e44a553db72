using System.Runtime.CompilerServices;
using Weft.Activities;
using Weft.Channels;
using Weft.Flows;
using Weft.Segments;

namespace Weft.Capture;

/// <summary>The recording of this process, as operators see it. Must not be called when <see cref="RecordingSwitch.IsOn"/> is false.</summary>
internal static class Recorder
{
    private static readonly Lock _gate = new();
    private static RecordingSession? _session;
    private static ActivityEvents? _activities;   // listens as long as the process lives

    /// <summary>The process's session; made, with the options of the environment, when first asked for.</summary>
    internal static RecordingSession Session => Volatile.Read(ref _session) ?? CreateSession();

    /// <summary>The folder of this run; null while nothing has been recorded.</summary>
    internal static string? RunDirectory => Volatile.Read(ref _session)?.RunDirectory;

    /// <summary>Rows and columns dropped so far.</summary>
    internal static long Dropped => Volatile.Read(ref _session)?.Dropped ?? 0;

    /// <summary>Consecutive spans that nobody else has; returns the first.</summary>
    internal static ulong ReserveSpans(long count) => Session.ReserveSpans((ulong)count);

    /// <inheritdoc cref="ThreadBuffer.RootRange"/>
    internal static ulong RootRange(int source, long firstIndex, long count) => ThreadBuffer.Current.RootRange(source, firstIndex, count);

    /// <inheritdoc cref="ThreadBuffer.RootOpen"/>
    internal static ulong RootOpen(int source, long firstIndex, int capacity) => ThreadBuffer.Current.RootOpen(source, firstIndex, capacity);

    /// <inheritdoc cref="ThreadBuffer.RootEnd"/>
    internal static void RootEnd(ulong firstSpan, int exactCount) => ThreadBuffer.Current.RootEnd(firstSpan, exactCount);

    /// <inheritdoc cref="ThreadBuffer.Alias"/>
    internal static ulong Alias(int step, Renumbering spans) => ThreadBuffer.Current.Alias(step, spans);

    /// <inheritdoc cref="ThreadBuffer.Received"/>
    internal static ulong Received(ReceivedRange range) => ThreadBuffer.Current.Received(range);

    /// <summary>Records that the collection with this column is an output, named by its site.</summary>
    internal static void Output(int site, SpanColumn column) => Session.PostOutput(null, SiteRegistry.NumberOf(site), column);

    /// <summary>Records that the collection with this column is an output with a name of its own.</summary>
    internal static void Output(string name, int site, SpanColumn column) => Session.PostOutput(name, SiteRegistry.NumberOf(site), column);

    /// <summary>Waits until everything published so far is in the files; an answer given now sees it.</summary>
    internal static void Flush()
    {
        if (Volatile.Read(ref _session) is not { } session) return;
        DroppedItems.TellAll();
        session.Flush();
    }

    private static void Close(RecordingSession session, RecordingEnd end)
    {
        DroppedItems.TellAll();
        session.Close(end);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static RecordingSession CreateSession()
    {
        lock (_gate)
        {
            if (_session is { } known) return known;
            RecorderOptions options = RecorderOptions.FromEnvironment(Environment.GetEnvironmentVariables(), Complaints.Write);
            var session = new RecordingSession(options, new SegmentTarget(options, SegmentWriter.CreateFile, ignoredHeaders: static () => LineageContext.IgnoredHeaders), Complaints.Write);
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Close(session, RecordingEnd.Exit);
            AppDomain.CurrentDomain.UnhandledException += (_, _) => Close(session, RecordingEnd.UnhandledException);
            Volatile.Write(ref _session, session);
            _activities = options.Events ? ActivityEvents.Listen(options.Activities) : null;
            return session;
        }
    }
}

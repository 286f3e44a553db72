namespace Weft.Capture;

/// <summary>The background thread that takes what was recorded and hands it to the target.</summary>
// Design: a visit takes everything that was published before it. Visits come at an interval, when much waits, and when asked for (flush).
// A target that fails is told about once; from then on everything is discarded and counted, so that the program runs on undisturbed.
internal sealed class RecordingWriter
{
    private static readonly TimeSpan _exitPatience = TimeSpan.FromSeconds(30);

    private readonly RecordingSession _session;
    private readonly Action<string> _complain;
    private readonly Thread _thread;
    private readonly AutoResetEvent _wake = new(initialState: false);
    private readonly object _visited = new();
    private readonly List<StreamConsumer> _streams = [];    // the writer's thread only
    private IRecordingTarget _target;
    private int _isAwake;                                   // 1 from a wake-up call to the visit that answers it
    private long _visitsAsked;
    private long _visitsDone;                               // the last asked-for visit that is done; under _visited
    private volatile bool _isStopping;
    private RecordingEnd _end;

    internal RecordingWriter(RecordingSession session, IRecordingTarget target, Action<string> complain)
    {
        _session = session;
        _target = target;
        _complain = complain;
        _thread = new Thread(Run) { IsBackground = true, Name = "Weft writer", Priority = ThreadPriority.BelowNormal };
    }

    internal string? RunDirectory => _target.RunDirectory;

    internal void Start() => _thread.Start();

    /// <summary>Asks for a visit soon.</summary>
    internal void Wake()
    {
        if (Interlocked.Exchange(ref _isAwake, 1) == 0) _wake.Set();
    }

    /// <summary>Waits for a visit that begins after this call.</summary>
    internal void Flush()
    {
        long ticket = Interlocked.Increment(ref _visitsAsked);
        Wake();
        lock (_visited)
        {
            while (_visitsDone < ticket) Monitor.Wait(_visited);
        }
    }

    /// <summary>Makes the last visit and ends the recording; what comes later is not taken.</summary>
    internal void Stop(RecordingEnd end)
    {
        if (!_isStopping)
        {
            _end = end;
            _isStopping = true;
        }
        Wake();
        if (!_thread.Join(_exitPatience))
            _complain($"the recording could not be finished within {_exitPatience.TotalSeconds:0} seconds of the end of the process; its tail is missing");
    }

    private void Run()
    {
        bool isLast;
        do
        {
            _wake.WaitOne(_session.Options.FlushInterval);
            Volatile.Write(ref _isAwake, 0);
            isLast = _isStopping;
            long asked = Interlocked.Read(ref _visitsAsked);
            Visit(isLast, isAsked: asked > _visitsDone);
            lock (_visited)
            {
                _visitsDone = isLast ? long.MaxValue : asked;
                Monitor.PulseAll(_visited);
            }
        }
        while (!isLast);
    }

    private void Visit(bool isLast, bool isAsked)
    {
        try
        {
            TakeAll(isLast);
            if (isLast) _session.Refuse();
            if (isLast) _target.End(_session.Describe(_end));
            else _target.Commit(_session.Dropped, _session.CountOutputs(), isAsked);
        }
        catch (Exception fault)
        {
            // Nothing that goes wrong here may reach the program; it is told about, and everything further is counted as dropped.
            _complain(Explain(fault));
            _session.Refuse();
            _target = new DiscardingTarget(_session, _target.RunDirectory);
        }
    }

    private void TakeAll(bool isLast)
    {
        while (_session.NewBuffers.TryDequeue(out ThreadBuffer? buffer)) _streams.Add(new StreamConsumer(buffer));

        long finished = 0;
        for (int i = _streams.Count - 1; i >= 0; i--)
        {
            StreamConsumer stream = _streams[i];
            bool isAlive = stream.Buffer.IsOwnerAlive; // comes first: of a dead thread everything is published
            long taken = stream.Take(_session.Pool, _target);
            _target.EndThread();
            _session.Taken(taken);
            finished += taken;
            if (isAlive && !isLast) continue;
            _session.ReportLost(stream.Lost);
            if (isAlive) continue;
            stream.Release(_session.Pool);
            _streams.RemoveAt(i);
        }

        if (finished == 0) _session.Pool.Trim();

        // Behind the streams: an execution unit is posted before its first event, so that the visit that takes an event takes its unit, too.
        while (_session.Posts.TryDequeue(out Posted? item))
        {
            _target.Take(item);
            _session.Taken(item.Bytes);
            item.Release();
        }
        while (_session.Lost.TryDequeue(out LostSpans? lost)) _target.Take(lost);
        while (_session.LostEvents.TryDequeue(out LostEvents? lost)) _target.Take(lost);
    }

    private static string Explain(Exception fault) => fault is IOException or UnauthorizedAccessException
        ? $"recording stops: {fault.Message} The program goes on, and what was written stays readable. Point WEFT_DIR at a folder with room, or set WEFT=0."
        : $"recording stops because of a fault in Weft; please report it. The program goes on. {fault}";
}

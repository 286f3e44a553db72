namespace Weft.Catalog;

/// <summary>Work that is handed over to another executor: it has a unit of its own, which goes on from who handed it over.</summary>
internal static class ConcurrencyOperators
{
    private const string Task = "System.Threading.Tasks.Task";
    private const string TaskOfResult = "System.Threading.Tasks.Task`1";
    private const string TaskFactory = "System.Threading.Tasks.TaskFactory";
    private const string TaskFactoryOfResult = "System.Threading.Tasks.TaskFactory`1";
    private const string TaskCompletionSource = "System.Threading.Tasks.TaskCompletionSource";
    private const string TaskCompletionSourceOfResult = "System.Threading.Tasks.TaskCompletionSource`1";
    private const string ThreadPool = "System.Threading.ThreadPool";
    private const string Thread = "System.Threading.Thread";
    private const string Timer = "System.Threading.Timer";
    private const string CancellationToken = "System.Threading.CancellationToken";

    private const string Work = "The work has a unit of its own, which begins where it is done and refers to the fork where it was handed over.";

    private const string Behind = "As Run; the unit joins the end of the task that it waited for.";
    private const string Cancelled = "The call has a unit of its own, which refers to where it was registered, and resumes from the cancellation.";
    private const string Monitor = "System.Threading.Monitor";
    private const string Lock = "System.Threading.Lock";
    private const string Parallel = "System.Threading.Tasks.Parallel";
    private const string Workers = "Each worker has a unit of its own, whose end the caller joins; each pass begins with the record handed over.";
    private const string Passes = "Each pass has a unit of its own, whose end is joined by who awaits the loop; each begins with the record handed over.";
    private const string Started = "A fork, from which the work goes on.";
    private const string Taken = "Nothing while the lock is free; else a wait, and acquire, which refers to the release.";
    private const string GivenBack = "Nothing while nobody waits for the lock; else a release.";
    private const string SemaphoreSlim = "System.Threading.SemaphoreSlim";
    private const string ReaderWriterLockSlim = "System.Threading.ReaderWriterLockSlim";
    private const string ManualResetEventSlim = "System.Threading.ManualResetEventSlim";
    private const string EventWaitHandle = "System.Threading.EventWaitHandle";
    private const string CountdownEvent = "System.Threading.CountdownEvent";
    private const string Barrier = "System.Threading.Barrier";
    private const string TakenPermit = "Nothing while there is a permit; else a wait, and acquire, which refers to the release.";
    private const string Set = "A signal, from which goes on who waits.";
    private const string Passed = "A wait, where there is one, and the join of the signal.";
    private const string Ends = "A wait, and the join of the end of what was waited for.";
    private const string Signal = "A signal, from which goes on who waits for the task.";

    private static readonly string[] _readerWriterLocks = { "ReadLock", "WriteLock", "UpgradeableReadLock" };

    private static readonly string[] _endings =
    {
        "SetResult", "TrySetResult", "SetException", "TrySetException", "SetCanceled", "TrySetCanceled", "SetFromTask", "TrySetFromTask",
    };

    public static readonly OperatorRow[] Rows = new[]
    {
        Row(Task, "Run", Work),
        Row(Task, OperatorRow.Constructor, Work, "NewTask"),
        Row(Task, "ContinueWith", Behind),
        Row(Task, "WhenAll", "Who waits for it joins the end of each task; a result is the record of its task."),
        Row(Task, "WhenAny", "Who waits for it goes on from the end of the task that was first."),
        Row("System.Threading.Tasks.TaskExtensions", "Unwrap", "Who waits for it joins the end of the work."),
        Row(Task, "WhenEach", "Each is the record that it was among the tasks."),
        Row(Task, "Start", Started),
        Row(Task, "RunSynchronously", Started),
        Row(Thread, "Start", Started, "StartThread"),
        Row(Thread, "UnsafeStart", Started, "UnsafeStartThread"),
        Row(TaskOfResult, OperatorRow.Constructor, Work, "NewTask"),
        Row(TaskOfResult, "ContinueWith", Behind),
        Row(TaskFactory, "StartNew", Work),
        Row(TaskFactoryOfResult, "StartNew", Work),
        Row(ThreadPool, "QueueUserWorkItem", Work),
        Row(ThreadPool, "UnsafeQueueUserWorkItem", Work),
        Row(Thread, OperatorRow.Constructor, Work, "NewThread"),
        Row(Timer, OperatorRow.Constructor, "Each tick has a unit of its own, which refers to where the timer was made.", "NewTimer"),
        Row(Task, "Wait", Ends),
        Row(Task, "WaitAll", "As Wait, of each task."),
        Row(Task, "WaitAny", "As Wait, of the task that was first."),
        Row(TaskOfResult, "get_Result", Ends, "Result"),
        Row(Thread, "Join", Ends, "JoinThread"),
        Row("System.Threading.CancellationTokenSource", "Cancel", "A signal, from which what was registered goes on."),
        Row(CancellationToken, "Register", Cancelled),
        Row(CancellationToken, "UnsafeRegister", Cancelled),
        Row(Parallel, "For", Workers, "ParallelFor"),
        Row(Parallel, "ForEach", Workers, "ParallelForEach"),
        Row(Parallel, "ForEachAsync", Passes, "ParallelForEachAsync"),
        Row(Parallel, "ForAsync", Passes, "ParallelForAsync"),
        Row(Parallel, "Invoke", "Each action has a unit of its own, whose end the caller joins.", "ParallelInvoke"),
        Row(Monitor, "Enter", Taken, "EnterLock"),
        Row(Monitor, "TryEnter", Taken, "TryEnterLock"),
        Row(Monitor, "Exit", GivenBack, "ExitLock"),
        Row(Lock, "Enter", Taken, "EnterLock"),
        Row(Lock, "EnterScope", Taken),
        Row(Lock, "TryEnter", Taken, "TryEnterLock"),
        Row(Lock, "Exit", GivenBack, "ExitLock"),
        Row(Lock + "/Scope", "Dispose", GivenBack, "LeaveScope"),
        Row(Monitor, "Wait", "A wait, and a resume, which refers to the signal of who called.", "WaitOnLock"),
        Row(Monitor, "Pulse", "A signal, where somebody waits to be called.", "PulseLock"),
        Row(Monitor, "PulseAll", "A signal, where somebody waits to be called.", "PulseAllLock"),
        Row(SemaphoreSlim, "Wait", TakenPermit),
        Row(SemaphoreSlim, "WaitAsync", TakenPermit),
        Row(SemaphoreSlim, "Release", "Nothing while nobody waits for the semaphore; else a release."),
        Row(ManualResetEventSlim, "Set", Set),
        Row(ManualResetEventSlim, "Reset", "What was signalled before counts no longer."),
        Row(ManualResetEventSlim, "Wait", Passed),
        Row(EventWaitHandle, "Set", Set),
        Row(EventWaitHandle, "Reset", "What was signalled before counts no longer."),
        Row("System.Threading.WaitHandle", "WaitOne", Passed),
        Row(CountdownEvent, "Signal", Set),
        Row(CountdownEvent, "Reset", "What was signalled before counts no longer."),
        Row(CountdownEvent, "Wait", "A wait, where there is one, and the join of the last signal of each unit."),
        Row(Barrier, "SignalAndWait", "A signal, a wait, and a resume, which depends on the signals of all."),
        Row(Barrier, "RemoveParticipant", "A signal, on which the others depend."),
        Row(Barrier, "RemoveParticipants", "A signal, on which the others depend."),
    }.Concat(_endings.Select(name => Row(TaskCompletionSource, name, Signal))).Concat(_endings.Select(name => Row(TaskCompletionSourceOfResult, name, Signal)))
        .Concat(_readerWriterLocks.SelectMany(kind => new[]
        {
            Row(ReaderWriterLockSlim, "Enter" + kind, Taken), Row(ReaderWriterLockSlim, "TryEnter" + kind, Taken), Row(ReaderWriterLockSlim, "Exit" + kind, GivenBack),
        })).ToArray();

    private static OperatorRow Row(string declaringType, string name, string summary, string? wovenName = null) =>
        new OperatorRow(declaringType, name, LineageRule.Event, OperatorResult.InPlace, summary, wovenName);
}

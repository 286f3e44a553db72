// A process that records and then ends in the way its argument says, for tests of what is left behind.
using Weft.Capture;
using Weft.Flows;

if (args is ["queues"]) return Weft.Tests.Host.QueuesHost.Run();
if (args is ["events", ..]) return await Weft.Tests.Host.EventsHost.Run(args[1]);

const int Rows = 10_000;

ThreadBuffer buffer = ThreadBuffer.Current;
ulong roots = Recorder.RootRange(Sources.Untraced(0, typeof(int), typeof(int[])), 0, Rows);
ulong first = buffer.DeriveFanOut(Steps.Intern(0), roots, roots, Rows);
Recorder.Output("report", 0, new RangeColumn(first, Rows, 0));

switch (args[0])
{
    case "kill":
        Recorder.Flush();
        Console.WriteLine(Recorder.RunDirectory);
        Console.WriteLine(first);
        while (true) buffer.DerivePair(1, first, roots);
    case "exit":
        return 0;
    case "throw":
        throw new InvalidOperationException("as the test asked for");
    default:
        return 2;
}

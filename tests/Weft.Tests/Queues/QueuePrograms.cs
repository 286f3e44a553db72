namespace Weft.Tests.Queues;

/// <summary>How many random programs of queues, stacks, dictionaries and blocking collections are tried.</summary>
// Each of their questions reads the recording of all tests of the process: a few hundred programs, which take seconds alone, take minutes beside the others.
internal static class QueuePrograms
{
    internal static int Count { get; } = int.TryParse(Environment.GetEnvironmentVariable("QUEUE_PROGRAMS"), out int programs) ? programs : 30;
}

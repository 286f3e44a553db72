using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Il;
using Weft.Fody.Planning.Loops;

namespace Weft.Fody.Planning.Readers;

/// <summary>A loop that reads a row or a line in each pass.</summary>
/// <param name="reads">All calls of the method that move this reader on; one of them is in the loop.</param>
/// <param name="start">The number of its first instruction.</param>
/// <param name="end">The number of its last one, which branches back.</param>
internal sealed class ReaderLoop(IReadOnlyList<ReaderCall> reads, int start, int end) : ILoop
{
    public IReadOnlyList<ReaderCall> Reads => reads;

    /// <summary>What the loop reads.</summary>
    public ReaderPlace Place => reads[0].Place;

    public int Length => end - start;

    public int Start => start;

    public int End => end;

    public bool Contains(int instruction) => start <= instruction && instruction <= end;
}

// Design: a loop is what lies between a branch back and its target. The one that matters is the innermost around the call that reads: where that holds one such
// call only, what is added in the loop is added at the row or line that was read last. A text reader that the loop hands to anybody else may have read on.

/// <summary>Finds the loops of a method that read rows or lines.</summary>
internal sealed class ReaderLoopSearch(MethodIl il, StackFlow flow)
{
    private readonly IReadOnlyDictionary<Instruction, int> _numbers = il.Numbers;

    public IReadOnlyList<ReaderLoop> Run()
    {
        Regions regions = Regions.Of(il);
        var loops = new List<ReaderLoop>();
        foreach (IGrouping<string, ReaderCall> reads in ReaderCalls.Find(il, flow).GroupBy(read => read.Place.Key))
        {
            foreach (ReaderCall read in reads)
            {
                int number = _numbers[read.Call];
                if (regions.Innermost(number, number) is not var (start, end)) continue;
                if (end > start && reads.Count(other => start <= _numbers[other.Call] && _numbers[other.Call] <= end) == 1 && IsSure(read, start, end)) loops.Add(new([.. reads], start, end));
            }
        }
        return loops;
    }

    private bool IsSure(ReaderCall read, int start, int end)
    {
        if (!read.GivesLine || !read.Place.IsReadable) return true;
        for (int i = start; i <= end; i++)
        {
            Instruction load = il.Instructions[i];
            if (flow.Contains(load) && read.Place.Key == ReaderPlace.KeyOf(load, il, flow) && !flow.Uses(load).All(LeavesLine)) return false;
        }
        return true;
    }

    private static bool LeavesLine(Use use) =>
        use.Consumer.OpCode.Code is Code.Brtrue or Code.Brtrue_S or Code.Brfalse or Code.Brfalse_S
        || (use.Operand == 0 && use.Consumer.OpCode.Code is Code.Call or Code.Callvirt && use.Consumer.Operand is MethodReference { HasThis: true } called && ReaderCalls.LeavesLine(called));
}

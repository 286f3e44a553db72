using Mono.Cecil.Cil;
using Weft.Fody.Il;

namespace Weft.Fody.Planning.Loops;

/// <summary>The loops of a method, however they are written: what lies between a branch back and its target.</summary>
internal sealed class Regions
{
    private readonly IReadOnlyList<(int Start, int End)> _ranges;

    private Regions(IReadOnlyList<(int Start, int End)> ranges) => _ranges = ranges;

    public static Regions Of(MethodIl il)
    {
        IReadOnlyDictionary<Instruction, int> numbers = il.Numbers;
        var ends = new Dictionary<int, int>();
        foreach (Instruction branch in il.Instructions)
        {
            foreach (Instruction target in Branches.Targets(branch))
            {
                if (numbers[target] <= numbers[branch]) ends[numbers[target]] = numbers[branch]; // the last one counts: a loop may branch back from several places
            }
        }
        return new Regions(ends.Select(range => (range.Key, range.Value)).ToList());
    }

    /// <summary>The shortest one around two instructions, by number; null where there is none.</summary>
    public (int Start, int End)? Innermost(int one, int other)
    {
        var around = _ranges.Where(range => range.Start <= one && one <= range.End && range.Start <= other && other <= range.End).OrderBy(range => range.End - range.Start).Take(1).ToList();
        return around.Count == 0 ? null : around[0];
    }
}

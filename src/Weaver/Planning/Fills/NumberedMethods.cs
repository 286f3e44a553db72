using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Source;

namespace Weft.Fody.Planning.Fills;

// Design: candidates are found by names, which are many; what is woven is found by asking: a method tells, or is told, as soon as the plan of another one has to do with its number. So a method that nobody calls with a
// record costs nothing.

/// <summary>The methods of a module that have to do with their callers by numbers, and which of them anybody needs.</summary>
internal sealed class NumberedMethods
{
    private static readonly IReadOnlyList<MethodDefinition> _none = [];

    private readonly Dictionary<int, List<MethodDefinition>> _bodies = [];
    private readonly Dictionary<MethodDefinition, List<int>> _numbers = [];
    private readonly HashSet<int> _needed = [];

    /// <summary>The numbers that are needed.</summary>
    public IReadOnlyCollection<int> Needed => _needed;

    public void Add(int number, MethodDefinition body)
    {
        if (!_bodies.TryGetValue(number, out List<MethodDefinition>? bodies)) _bodies.Add(number, bodies = []);
        bodies.Add(body);
        if (!_numbers.TryGetValue(body, out List<int>? numbers)) _numbers.Add(body, numbers = []);
        numbers.Add(number);
    }

    public bool Contains(int number) => _bodies.ContainsKey(number);

    public IReadOnlyList<MethodDefinition> BodiesOf(int number) => _bodies.TryGetValue(number, out List<MethodDefinition>? bodies) ? bodies : _none;

    public IReadOnlyList<int> NumbersOf(MethodDefinition body) => _numbers.TryGetValue(body, out List<int>? numbers) ? numbers : [];

    /// <summary>Whether a body is one of a method that is needed.</summary>
    public bool IsNeeded(MethodDefinition body) => _numbers.TryGetValue(body, out List<int>? numbers) && numbers.Any(_needed.Contains);

    /// <summary>Says that a number is needed; gives the bodies for which that is new.</summary>
    public IReadOnlyList<MethodDefinition> Need(int number) => Contains(number) && _needed.Add(number) ? BodiesOf(number) : _none;

    /// <summary>Says that methods of a number have nothing to do with their callers; gives their bodies.</summary>
    public IReadOnlyList<MethodDefinition> Drop(int number)
    {
        IReadOnlyList<MethodDefinition> bodies = BodiesOf(number);
        _bodies.Remove(number);
        _needed.Remove(number);
        foreach (MethodDefinition body in bodies) _numbers[body].Remove(number);
        return bodies;
    }

    /// <summary>The methods of a module that delegates are made of by their names.</summary>
    public static HashSet<MethodDefinition> Groups(IReadOnlyList<MethodDefinition> methods) => [.. methods.SelectMany(method => method.Body.Instructions)
        .Where(i => i.OpCode.Code is Code.Ldftn or Code.Ldvirtftn && i.Operand is MethodReference group && !GeneratedNames.IsLambda(group.Name) && group.DeclaringType.GetElementType().Scope is ModuleDefinition)
        .Select(i => ((MethodReference)i.Operand).Resolve()).Where(group => group is not null)];
}

using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Il;
using Weft.Fody.Mapping;
using Weft.Fody.Planning.Returns;
using Weft.Fody.Planning.Values;
using Weft.Fody.Reporting;
using Weft.Fody.Source;
using Weft.Sites;

namespace Weft.Fody.Planning.Lambdas;

/// <summary>An operator that a lambda is written in the call of.</summary>
/// <param name="Site">The operator's site, without the names that records come from and go to.</param>
/// <param name="GivesValues">Whether results are made of what the lambda returns; else it only decides.</param>
internal sealed record LambdaUse(SiteRow Site, bool GivesValues);

/// <summary>Pass: the lambdas and local functions that operators are given, each with its operator.</summary>
// Design: a lambda's body is a method of its own, whose site in the table is that of its operator: same name, same place. So an answer finds what the lambda said about itself by the
// sites that a record passed.
internal sealed class SelectorLambdas
{
    // Operators whose keys nobody sees: they put records in order, or choose among them.
    private static readonly string[] _hiddenKeys = ["OrderBy", "ThenBy", "DistinctBy", "UnionBy", "ExceptBy", "IntersectBy", "MinBy", "MaxBy"];

    private readonly Dictionary<MethodDefinition, LambdaUse> _uses = [];
    private readonly Dictionary<Instruction, SiteRow> _keeping = [];

    private SelectorLambdas()
    {
    }

    public static SelectorLambdas Run(IReadOnlyList<MethodDefinition> methods, OperatorMap operators, ReturningMethods returning, SequenceTypes types, BuildLog log)
    {
        var lambdas = new SelectorLambdas();
        HashSet<MethodDefinition> candidates = [.. methods.Where(method => GeneratedNames.IsGenerated(method.Name) && LambdaReads.AreWorthwhile(method, types, returning))];
        var names = new MethodNames();
        foreach (MethodDefinition method in methods)
        {
            if (!method.Body.Instructions.Any(i => i.OpCode.Code == Code.Ldftn && i.Operand is MethodReference lambda && IsCandidate(lambda, candidates))) continue;
            log.Guard(method, () => lambdas.Add(method, candidates, operators, names));
        }
        return lambdas;
    }

    /// <summary>The site of an operator that is given a method by its name, whose results may follow from what it was called with before; null for any other call.</summary>
    // Such a method has other callers, so that it is the operator that says so.
    public SiteRow? KeepingAt(Instruction call) => _keeping.TryGetValue(call, out SiteRow? site) ? site : null;

    private static bool IsCandidate(MethodReference lambda, HashSet<MethodDefinition> candidates) =>
        lambda.DeclaringType.GetElementType().Scope is ModuleDefinition && lambda.Resolve() is { } method && (candidates.Contains(method) || (!GeneratedNames.IsGenerated(method.Name) && KeepingMethods.IsKeeping(method)));

    /// <summary>The operator that a method is given to as a lambda; null for any other method.</summary>
    public LambdaUse? Of(MethodDefinition method) => _uses.TryGetValue(method, out LambdaUse? use) ? use : null;

    private void Add(MethodDefinition method, HashSet<MethodDefinition> candidates, OperatorMap operators, MethodNames names)
    {
        var il = new MethodIl(method);
        IReadOnlyDictionary<Instruction, MappedOperator> redirects = OperatorCalls.Find(il, operators);
        if (redirects.Count == 0) return;
        StackFlow flow = StackFlow.Of(il);
        foreach (KeyValuePair<Instruction, MappedOperator> redirect in redirects.Where(redirect => flow.Contains(redirect.Key)))
        {
            Instruction call = redirect.Key;
            SiteRow? site = null;
            for (int operand = 0; operand < flow.OperandCount(call); operand++)
            {
                foreach (Instruction producer in flow.Producers(call, operand).SelectMany(producer => Made(producer, il, flow)))
                {
                    if (MethodOf(producer, flow) is not { } lambda || !IsCandidate(lambda, candidates)) continue;
                    MethodDefinition body = lambda.Resolve();
                    bool givesValues = GivesValues((MethodReference)call.Operand, operand);
                    if (_uses.ContainsKey(body) || (!candidates.Contains(body) && !givesValues)) continue;
                    site ??= SiteOf(call, redirect.Value, il, flow, names);
                    if (candidates.Contains(body)) _uses.Add(body, new LambdaUse(site, givesValues));
                    else _keeping[call] = site;
                }
            }
        }
    }

    // A delegate, or what is stored in the local that it comes from.
    private static IEnumerable<Instruction> Made(Instruction producer, MethodIl il, StackFlow flow) => Operands.LoadedLocal(producer, il.Method) is { } local
        ? il.Instructions.Where(store => Operands.StoredLocal(store, il.Method) == local && flow.Contains(store)).SelectMany(store => flow.Producers(store, 0))
        : [producer];

    private static MethodReference? MethodOf(Instruction made, StackFlow flow) =>
        made.OpCode.Code == Code.Newobj && flow.OperandCount(made) == 2 && flow.Producers(made, 1).FirstOrDefault() is { OpCode.Code: Code.Ldftn } function ? (MethodReference)function.Operand : null;

    private static SiteRow SiteOf(Instruction call, MappedOperator mapped, MethodIl il, StackFlow flow, MethodNames names)
    {
        SourceLocation location = CallLocation.Of(call, il, flow);
        return new SiteRow { Operator = mapped.Row.Title, Method = names.Full(il.Method), File = location.File, Line = location.Line, Column = location.Column };
    }

    private static bool GivesValues(MethodReference called, int operand)
    {
        int parameter = operand - (called.HasThis && called.Name != ".ctor" ? 1 : 0);
        string role = parameter >= 0 && called.Resolve()?.Parameters[parameter].Name is { } name ? name : "";
        return role switch
        {
            "predicate" or "match" or "comparison" or "comparer" or "outerKeySelector" or "innerKeySelector" => false,
            "keySelector" => !_hiddenKeys.Any(name => called.Name.StartsWith(name, StringComparison.Ordinal)),
            _ => true,
        };
    }
}

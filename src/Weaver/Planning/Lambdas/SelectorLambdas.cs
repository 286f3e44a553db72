using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Il;
using Weft.Fody.Mapping;
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

    private SelectorLambdas()
    {
    }

    public static SelectorLambdas Run(IReadOnlyList<MethodDefinition> methods, OperatorMap operators, SequenceTypes types, BuildLog log)
    {
        var lambdas = new SelectorLambdas();
        HashSet<MethodDefinition> candidates = [.. methods.Where(method => GeneratedNames.IsGenerated(method.Name) && LambdaReads.AreWorthwhile(method, types))];
        if (candidates.Count == 0) return lambdas;
        var names = new MethodNames();
        foreach (MethodDefinition method in methods)
        {
            if (!method.Body.Instructions.Any(i => i.OpCode.Code == Code.Ldftn && i.Operand is MethodReference lambda && candidates.Contains(lambda.Resolve()))) continue;
            log.Guard(method, () => lambdas.Add(method, candidates, operators, names));
        }
        return lambdas;
    }

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
                foreach (Instruction producer in flow.Producers(call, operand))
                {
                    if (CallLocation.Lambda(producer, flow) is not { } lambda || !candidates.Contains(lambda) || _uses.ContainsKey(lambda)) continue;
                    site ??= SiteOf(call, redirect.Value, il, flow, names);
                    _uses.Add(lambda, new LambdaUse(site, GivesValues((MethodReference)call.Operand, operand)));
                }
            }
        }
    }

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

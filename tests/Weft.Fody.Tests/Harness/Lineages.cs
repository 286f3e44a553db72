using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Weft.Fody.Tests.Harness;

/// <summary>Runs methods that give what they made and the answer for one record of it, as <c>(string, string)</c>.</summary>
internal static partial class Lineages
{
    private static readonly Dictionary<(string, OptimizationLevel), (LoadedAssembly Unwoven, LoadedAssembly Woven)> _loaded = [];

    /// <summary>In Debug and Release: the values are those of the unwoven program, and the answer, without lines, says what it should.</summary>
    public static void Check(string program, string method, string expected, bool isExact, string usings = "")
    {
        foreach (OptimizationLevel optimization in new[] { OptimizationLevel.Debug, OptimizationLevel.Release })
        {
            (LoadedAssembly unwoven, LoadedAssembly woven) = Load(program, optimization, usings);
            var (values, _) = ((string, string))unwoven.Run("C", method)!;
            var (wovenValues, answer) = ((string, string))woven.Run("C", method)!;

            Assert.Equal(values, wovenValues);
            string told = Place().Replace(answer, "");
            Assert.True(told.Contains(expected, StringComparison.Ordinal), $"{optimization}, expected {expected}:\n{told}");
            Assert.True(isExact == !answer.Contains("incomplete:", StringComparison.Ordinal), answer);
        }
    }

    private static (LoadedAssembly Unwoven, LoadedAssembly Woven) Load(string program, OptimizationLevel optimization, string usings)
    {
        lock (_loaded)
        {
            if (_loaded.TryGetValue((program, optimization), out (LoadedAssembly, LoadedAssembly) known)) return known;
            CompiledAssembly unwoven = Construct.CompileMembers(program, optimization, usings: usings, runtime: TestRuntime.Real);
            WeaveResult woven = TestWeaver.Weave(unwoven, TestRuntime.Real);
            Assert.Empty(StackCheck.Warnings(woven.Assembly, TestRuntime.Real));
            var loaded = new LoadedAssembly(woven.Assembly, TestRuntime.Real);
            loaded.CompileEverything();
            return _loaded[(program, optimization)] = (new LoadedAssembly(unwoven, TestRuntime.Real), loaded);
        }
    }

    [GeneratedRegex(@"(@| )C\.cs:\d+")]
    private static partial Regex Place();
}

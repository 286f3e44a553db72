using System.Globalization;
using System.Text;
using Weft.Suites.Running;

namespace Weft.Suites.Tests;

/// <summary>Results as a runner writes them.</summary>
internal static class Trx
{
    internal static TestResults Of(params (string Name, string Outcome)[] tests)
    {
        var results = new StringBuilder();
        var definitions = new StringBuilder();
        for (int i = 0; i < tests.Length; i++)
        {
            string message = tests[i].Outcome == "Failed" ? $"<Output><ErrorInfo><Message>why {tests[i].Name} failed</Message></ErrorInfo></Output>" : "";
            results.Append(CultureInfo.InvariantCulture, $"<UnitTestResult testId=\"{i}\" testName=\"{tests[i].Name}\" outcome=\"{tests[i].Outcome}\">{message}</UnitTestResult>");
            definitions.Append(CultureInfo.InvariantCulture, $"<UnitTest id=\"{i}\"><TestMethod className=\"Shop.Tests\" name=\"{tests[i].Name}\" /></UnitTest>");
        }
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, $"<TestRun xmlns=\"http://microsoft.com/schemas/VisualStudio/TeamTest/2010\"><Results>{results}</Results><TestDefinitions>{definitions}</TestDefinitions></TestRun>");
            return TestResults.Read(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}

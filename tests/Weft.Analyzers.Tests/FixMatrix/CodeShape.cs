namespace Weft.Analyzers.Tests.FixMatrix;

/// <summary>A kind of place in which statements can stand. What belongs to the place itself is written oddly on purpose: a fix must leave it as it is.</summary>
/// <param name="Name">What it is called in a test's message.</param>
/// <param name="Code">The source around; <c>BODY</c> is where statements go.</param>
/// <param name="IsAsync">Whether statements may await.</param>
/// <param name="IsProgram">Whether it is a program of top-level statements.</param>
/// <param name="IsExpression">Whether one expression goes there instead of statements.</param>
internal sealed record CodeShape(string Name, string Code, bool IsAsync = false, bool IsProgram = false, bool IsExpression = false)
{
    internal static CodeShape[] All { get; } =
    [
        new("method", "class Place\n{\n    int   odd =1;\n\n    void Handle(ExecutionUnit unit)\n    {\n        BODY\n    }\n\n    int   other( ) =>2;\n}"),
        new("async method", "class Place\n{\n    async Task Handle(ExecutionUnit unit)\n    {\n        await Task . Yield( );\n        BODY\n    }\n}", IsAsync: true),
        new("comments", "class Place\n{\n    // above\n    void Handle(ExecutionUnit unit) // beside\n    {\n        // before\n        BODY // behind\n        /* after */\n        int   odd =1;\n        // last\n    }\n}"),
        new("lambda", "class Place\n{\n    Action<ExecutionUnit>   work = unit =>\n    {\n        BODY\n    };\n}"),
        new("nested lambdas", "class Place\n{\n    Func<Func<ExecutionUnit,Task>> work =  () => async unit =>\n    {\n        await Task.Yield();\n        BODY\n    };\n}", IsAsync: true),
        new("local function", "class Place\n{\n    void Outer( )\n    {\n        Handle(null!);\n        void Handle(ExecutionUnit unit)\n        {\n            BODY\n        }\n    }\n}"),
        new("top-level statements", "ExecutionUnit   unit = ExecutionUnit.Current;\nBODY\n", IsProgram: true, IsAsync: true),
        new("accessor with field", "class Place\n{\n    int Value\n    {\n        get  => field;\n        set\n        {\n            field  = value;\n            ExecutionUnit unit = ExecutionUnit.Current;\n            BODY\n        }\n    }\n}"),
        new("extension member", "static class Place\n{\n    extension( ExecutionUnit unit)\n    {\n        public void Handle( )\n        {\n            BODY\n        }\n    }\n}"),
        new("partial constructor", "partial class Place\n{\n    public partial   Place(ExecutionUnit unit);\n\n    public partial Place(ExecutionUnit unit)\n    {\n        BODY\n    }\n}"),
        new("null-conditional assignment", "class Place\n{\n    int _value;\n    void Handle(ExecutionUnit unit, Place? other)\n    {\n        other?._value =  1;\n        BODY\n        other?._value +=2;\n    }\n}"),
        new("switch section", "class Place\n{\n    void Handle(ExecutionUnit unit, int kind)\n    {\n        switch (kind)\n        {\n            case  1:\n            {\n                BODY\n                break;\n            }\n        }\n    }\n}"),
        new("primary constructor", "class Place( ExecutionUnit unit)\n{\n    void Handle()\n    {\n        BODY\n    }\n}"),
        new("generic struct", "struct Place<T>where T:class\n{\n    static void Handle<U>(ExecutionUnit unit, U other)\n    {\n        try\n        {\n            BODY\n        }\n        finally {  }\n    }\n}"),
        new("expression body", "class Place\n{\n    void Handle(ExecutionUnit unit)  => BODY;\n\n    int   other( ) =>2;\n}", IsExpression: true),
        new("expression body of a local function", "class Place\n{\n    void Outer()\n    {\n        Handle( null! );\n        void Handle(ExecutionUnit unit) => BODY;\n    }\n}", IsExpression: true),
    ];

    /// <summary>A source file with statements in this place.</summary>
    internal string With(string statements)
    {
        int at = Code.IndexOf("BODY", StringComparison.Ordinal);
        int column = at - (Code.LastIndexOf('\n', at) + 1);
        return Code.Replace("BODY", statements.ReplaceLineEndings("\n" + new string(' ', column)), StringComparison.Ordinal);
    }
}

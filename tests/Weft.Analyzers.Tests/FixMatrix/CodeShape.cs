namespace Weft.Analyzers.Tests.FixMatrix;

/// <summary>A kind of place in which statements can stand. What belongs to the place itself is written oddly on purpose: a fix must leave it as it is.</summary>
/// <param name="Name">What it is called in a test's message.</param>
/// <param name="Code">The source around; <c>BODY</c> is where statements go.</param>
/// <param name="IsAsync">Whether statements may await.</param>
/// <param name="IsProgram">Whether it is a program of top-level statements.</param>
/// <param name="IsExpression">Whether one expression goes there instead of statements.</param>
/// <param name="MayBeLeft">Whether nothing can be put in front of the expression, and no context is at hand: what needs that is not flagged, or has no fix.</param>
internal sealed record CodeShape(string Name, string Code, bool IsAsync = false, bool IsProgram = false, bool IsExpression = false, bool MayBeLeft = false)
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
        new("iterator", "class Place\n{\n    IEnumerable<int>   Handle(ExecutionUnit unit)\n    {\n        yield return  1;\n        BODY\n        yield return  2;\n    }\n}"),
        new("async iterator", "class Place\n{\n    async IAsyncEnumerable<int>   Handle(ExecutionUnit unit)\n    {\n        yield return  1;\n        await Task.Yield();\n        BODY\n        yield return  2;\n    }\n}", IsAsync: true),
        new("constructor", "class Place\n{\n    Place(ExecutionUnit unit) :  base( )\n    {\n        BODY\n    }\n}"),
        new("extension property", "static class Place\n{\n    extension( ExecutionUnit unit)\n    {\n        public int Handled\n        {\n            get\n            {\n                BODY\n                return  1;\n            }\n        }\n    }\n}"),
        new("compound assignment operator", "class Place\n{\n    public void operator  +=(ExecutionUnit unit)\n    {\n        BODY\n    }\n}"),
        new("event accessor", "class Place\n{\n    event Action<int>?   Happened\n    {\n        add\n        {\n            ExecutionUnit unit = ExecutionUnit.Current;\n            BODY\n        }\n        remove{ }\n    }\n}"),
        new("directives", "class Place\n{\n#region  Handling\n    void Handle(ExecutionUnit unit)\n    {\n#if !NEVER\n        BODY\n#else\n        never  ( );\n#endif\n    }\n#endregion\n}"),
        new("static local function in a lambda", "class Place\n{\n    Action   work =() =>\n    {\n        Handle( null! );\n        static void Handle(ExecutionUnit unit)\n        {\n            BODY\n        }\n    };\n}"),
        new("tabs", "class Place\n{\n\tvoid Handle(ExecutionUnit unit)\n\t{\n\t\tBODY\n\t}\n\n\tint   other( ) =>2;\n}"),
        new("lines that end with CR LF", "class Place\r\n{\r\n    void Handle(ExecutionUnit unit)\r\n    {\r\n        BODY\r\n    }\r\n\r\n    int   other( ) =>2;\r\n}"),
        new("statement without braces", "class Place\n{\n    void Handle(ExecutionUnit unit, bool is_so)\n    {\n        if (is_so) // so\n            BODY;\n        else   Handle( unit, true );\n    }\n}", IsExpression: true),
        new("switch section without braces", "class Place\n{\n    void Handle(ExecutionUnit unit, int kind)\n    {\n        switch (kind)\n        {\n            case  1:\n                BODY;\n                break;\n        }\n    }\n}", IsExpression: true),
        new("loop without braces", "class Place\n{\n    void Handle(ExecutionUnit unit, int[] kinds)\n    {\n        foreach (int kind in  kinds)\n            BODY;\n    }\n}", IsExpression: true),
        new("null-conditional assignment of a lambda", "class Place\n{\n    Action? _work;\n    void Handle(ExecutionUnit unit, Place? other) => other?._work =  () => BODY;\n}", IsExpression: true, MayBeLeft: true),
        new("expression body of a lambda", "class Place\n{\n    Action<ExecutionUnit>   work = unit => BODY;\n}", IsExpression: true, MayBeLeft: true),
        new("expression body of a constructor", "class Place\n{\n    Place(ExecutionUnit unit)   => BODY;\n}", IsExpression: true, MayBeLeft: true),
        new("expression body of an accessor", "class Place\n{\n    ExecutionUnit unit = null!;\n    int Value { get  => field; set   => BODY; }\n}", IsExpression: true, MayBeLeft: true),
        new("expression body", "class Place\n{\n    void Handle(ExecutionUnit unit)  => BODY;\n\n    int   other( ) =>2;\n}", IsExpression: true),
        new("expression body of a local function", "class Place\n{\n    void Outer()\n    {\n        Handle( null! );\n        void Handle(ExecutionUnit unit) => BODY;\n    }\n}", IsExpression: true),
    ];

    /// <summary>A source file with statements in this place.</summary>
    internal string With(string statements)
    {
        int at = Code.IndexOf("BODY", StringComparison.Ordinal);
        int column = at - (Code.LastIndexOf('\n', at) + 1);
        string newLine = Code.Contains('\r', StringComparison.Ordinal) ? "\r\n" : "\n";
        return Code.Replace("BODY", statements.ReplaceLineEndings(newLine + new string([.. Code[(at - column)..at].Select(character => character == '\t' ? '\t' : ' ')])), StringComparison.Ordinal);
    }
}

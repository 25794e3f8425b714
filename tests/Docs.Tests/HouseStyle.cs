using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DtcGen.Docs.Tests;

/// <summary>The parts of the house style that neither the compiler nor the formatter holds.</summary>
internal static class HouseStyle
{
    /// <summary>The most characters of a line, those inside of strings not counted.</summary>
    public const int LineLength = 140;

    private static readonly string[] Folders = ["eng", "findings", "generators", "samples", "src", "tests"];

    /// <summary>What this repository's C# files are, without those that are built, received or expected.</summary>
    public static IReadOnlyList<string> Files { get; } =
    [
        .. Folders.Select(static folder => Path.Combine(Page.Root, folder)).Where(Directory.Exists)
            .SelectMany(static folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
            .Where(static path => IsOurs(Path.GetRelativePath(Page.Root, path).Replace('\\', '/')))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>What is against the house style in some files.</summary>
    /// <param name="files">Their names and texts.</param>
    public static IReadOnlyList<string> Faults(params IReadOnlyList<(string Name, string Text)> files)
    {
        var trees = files.Select(static file => (file.Name, Root: CSharpSyntaxTree.ParseText(file.Text).GetCompilationUnitRoot()))
            .ToArray();
        var modules = Modules([.. trees.SelectMany(static tree => tree.Root.DescendantNodes().OfType<ClassDeclarationSyntax>())]);
        return [
            .. trees.SelectMany(tree => LongLines(tree.Root)
                .Concat(Fields(tree.Root, modules))
                .Concat(Tests(tree.Root))
                .Select(fault => $"{tree.Name}:{fault}"))
        ];
    }

    private static IEnumerable<string> LongLines(CompilationUnitSyntax root)
    {
        var text = root.GetText();
        TextSpan[]? strings = null;
        foreach (var line in text.Lines.Where(static line => line.Span.Length > LineLength))
        {
            strings ??= [.. root.DescendantNodes().Where(IsString).Select(static node => node.Span)];
            var inside = strings.Sum(span => span.Overlap(line.Span)?.Length ?? 0);
            if (line.Span.Length - inside > LineLength)
            {
                yield return $"{line.LineNumber + 1}: {line.Span.Length} characters; at most {LineLength}";
            }
        }
    }

    // Of strings in strings the outer ones.
    private static bool IsString(SyntaxNode node)
        => node is InterpolatedStringExpressionSyntax or LiteralExpressionSyntax { Token.Value: string }
            && !node.Ancestors().Any(static above => above is InterpolatedStringExpressionSyntax);

    private static IEnumerable<string> Fields(CompilationUnitSyntax root, HashSet<string> modules)
        => from field in root.DescendantNodes().OfType<FieldDeclarationSyntax>()
           let modifiers = field.Modifiers.Select(static modifier => modifier.Kind()).ToHashSet()
           where !modifiers.Overlaps([SyntaxKind.PublicKeyword, SyntaxKind.InternalKeyword, SyntaxKind.ProtectedKeyword])
           let isFixed = modifiers.Contains(SyntaxKind.ConstKeyword)
               || modifiers.IsSupersetOf([SyntaxKind.StaticKeyword, SyntaxKind.ReadOnlyKeyword])

           // A model's fields name its parameters.
           where field.Parent is not ClassDeclarationSyntax type || !modules.Contains(type.Identifier.Text)
           from variable in field.Declaration.Variables
           let name = variable.Identifier.Text
           where isFixed ? !char.IsUpper(name[0]) : name.Length < 2 || name[0] != '_' || !char.IsLower(name[1])
           select $"{Line(variable)}: the private field {name} is not called {(isFixed ? "PascalCase" : "_camelCase")}";

    private static IEnumerable<string> Tests(CompilationUnitSyntax root)
        => from method in root.DescendantNodes().OfType<MethodDeclarationSyntax>()
           where method.AttributeLists.SelectMany(static list => list.Attributes)
               .Any(static attribute => attribute.Name.ToString() is var name
                   && (name.EndsWith("Fact", StringComparison.Ordinal) || name.EndsWith("Theory", StringComparison.Ordinal)))
           let name = method.Identifier.Text
           where name.Contains('_', StringComparison.Ordinal) || !char.IsUpper(name[0])
           select $"{Line(method)}: the test {name} is not called in PascalCase";

    // The classes that derive from a module of TorchSharp, directly or not.
    private static HashSet<string> Modules(ClassDeclarationSyntax[] classes)
    {
        HashSet<string> modules = ["Module"];
        for (var count = 0; count != modules.Count;)
        {
            count = modules.Count;
            modules.UnionWith(classes.Where(type => type.BaseList?.Types.Any(above => modules.Contains(Name(above.Type))) == true)
                .Select(static type => type.Identifier.Text));
        }

        return modules;
    }

    private static string Name(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.Text,
        SimpleNameSyntax simple => simple.Identifier.Text,
        _ => string.Empty,
    };

    private static int Line(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    private static bool IsOurs(string path)
        => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal)
            && !path.Contains("/_snapshots/", StringComparison.Ordinal) && !path.Contains("/node_modules/", StringComparison.Ordinal)
            && !path.Contains(".verified.", StringComparison.Ordinal) && !path.Contains(".received.", StringComparison.Ordinal);
}

fn main() {
    let f = std::env::args().nth(1).unwrap();
    let b = std::fs::read(&f).unwrap();
    let d = yinuo_extract::read(&f, &b).unwrap();
    let c = yinuo_compiler::compile(&d, &Default::default());
    println!("{}", yinuo_compiler::to_json(&c, yinuo_diag::Lang::Zh));
    for x in &c.findings {
        eprintln!("{} {:?} {}", x.code.id, x.commitment, x.message.en)
    }
}
